import * as React from '@theia/core/shared/react';

/**
 * The subject of a result that is looked at: the first one until the user has chosen.
 * @param idOf what names it, the same when the result is computed again
 */
export function useSelected<T>(
    subjects: readonly T[],
    idOf: (subject: T) => string
): [selected: T | undefined, select: (subject: T) => void] {
    const [id, setId] = React.useState<string>();
    const selected = subjects.find(subject => idOf(subject) === id) ?? subjects[0];
    return [selected, subject => setId(idOf(subject))];
}
