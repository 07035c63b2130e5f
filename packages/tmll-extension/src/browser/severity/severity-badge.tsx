import * as React from '@theia/core/shared/react';
import { severityLabel, severityLevel } from './severity';

/** A severity as a coloured mark, its number, and a word for those who do not see the colour. */
export const SeverityBadge: React.FC<{ readonly severity: number }> = ({ severity }) => {
    const level = severityLevel(severity);
    return (
        <span className={`tmll-severity tmll-severity-${level}`} title={severityLabel(level)}>
            <span className="tmll-severity-mark" aria-hidden="true" />
            <span>{Math.round(severity)}</span>
            <span className="tmll-severity-word">{severityLabel(level)}</span>
        </span>
    );
};
