import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';

/** More rows are shown when they are asked for. */
const MOST_ROWS = 30;

export interface SubjectColumn<T> {
    readonly title: string;
    readonly align?: 'right';
    readonly cell: (subject: T) => React.ReactNode;
}

/** A table of subjects. */
export interface SubjectTableProps<T> {
    readonly title: string;
    /** What comes of selecting one. */
    readonly hint: string;
    /** Title of the column of names. */
    readonly nameTitle: string;
    readonly nameOf: (subject: T) => string;
    readonly columns: readonly SubjectColumn<T>[];
    /** The foremost first. */
    readonly subjects: readonly T[];
    readonly selected: T;
    readonly onSelect: (subject: T) => void;
}

/** What a result speaks of, a row each; the one that is selected is shown in full below. Arrow keys go from row to row. */
export function SubjectTable<T>(props: SubjectTableProps<T>): React.ReactElement {
    const { title, hint, nameTitle, nameOf, columns, subjects, selected, onSelect } = props;
    const [all, setAll] = React.useState(false);
    const bodyRef = React.useRef<HTMLTableSectionElement>(null);
    const shown = all ? subjects : subjects.slice(0, MOST_ROWS);
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        const next = shown.findIndex(each => each === selected) + step;
        if (step !== 0 && next >= 0 && next < shown.length) {
            event.preventDefault();
            onSelect(shown[next]);
            bodyRef.current?.querySelectorAll('button')[next]?.focus();
        }
    };
    return (
        <section aria-label={title}>
            <h3>{title}</h3>
            <p className="tmll-dim">{hint}</p>
            <div className="tmll-document-table">
                <table aria-label={title}>
                    <thead>
                        <tr>
                            <th scope="col">{nameTitle}</th>
                            {columns.map(column => (
                                <th key={column.title} scope="col" className={classOf(column)}>
                                    {column.title}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody ref={bodyRef} onKeyDown={onKeyDown}>
                        {shown.map((subject, index) => (
                            <tr
                                key={index}
                                className={subject === selected ? 'tmll-selected-row' : undefined}
                                onClick={() => onSelect(subject)}
                            >
                                <td>
                                    <button
                                        type="button"
                                        className="tmll-site-name"
                                        aria-pressed={subject === selected}
                                    >
                                        {nameOf(subject)}
                                    </button>
                                </td>
                                {columns.map(column => (
                                    <td key={column.title} className={classOf(column)}>
                                        {column.cell(subject)}
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            {shown.length < subjects.length && (
                <button type="button" className="theia-button secondary tmll-more" onClick={() => setAll(true)}>
                    {nls.localize('tmll/result/showAll', 'Show all {0}', subjects.length)}
                </button>
            )}
        </section>
    );
}

function classOf({ align }: Pick<SubjectColumn<never>, 'align'>): string | undefined {
    return align === 'right' ? 'tmll-number' : undefined;
}
