import * as React from '@theia/core/shared/react';
import { SubjectTable, SubjectTableProps } from './subject-table';

interface SubjectsProps<T> extends Omit<SubjectTableProps<T>, 'selected' | 'onSelect'> {
    /** What names a subject, the same when the result is computed again. */
    readonly idOf: (subject: T) => string;
    /** The one that is looked at, in full. */
    readonly children: (subject: T) => React.ReactNode;
}

/** What a result speaks of as a table, and below it the one that is looked at: the first until the user has chosen. Nothing for none. */
export function Subjects<T>({ idOf, children, ...table }: SubjectsProps<T>): React.ReactElement | null {
    const [id, setId] = React.useState<string>();
    const selected = table.subjects.find(subject => idOf(subject) === id) ?? table.subjects.at(0);
    return selected === undefined ? null : (
        <>
            <SubjectTable {...table} selected={selected} onSelect={subject => setId(idOf(subject))} />
            {children(selected)}
        </>
    );
}
