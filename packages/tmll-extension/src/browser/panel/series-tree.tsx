import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { codicon } from '@theia/core/lib/browser';
import { Virtuoso, VirtuosoHandle } from '@theia/core/shared/react-virtuoso';
import { countChosen, OutputNode, SeriesChoice } from '../form/series-choice';
import { checkedState, rowKey, SeriesRow, stepOf, toggleRow } from './series-rows';

/** In pixels, as the style sheet has it. */
const ROW_HEIGHT = 22;
const MOST_HEIGHT = 240;

interface SeriesTreeProps {
    readonly rows: readonly SeriesRow[];
    readonly choice: SeriesChoice;
    /** All outputs with all their series, also those that a search leaves out. */
    readonly outputs: readonly OutputNode[];
    readonly onChoose: (choice: SeriesChoice) => void;
    readonly onToggleOpen: (outputId: string) => void;
}

/** Outputs and their series with check boxes, of which only those in sight are drawn. One place in the order of the keyboard. */
export const SeriesTree: React.FC<SeriesTreeProps> = ({ rows, choice, outputs, onChoose, onToggleOpen }) => {
    const virtuoso = React.useRef<VirtuosoHandle>(null);
    const [active, setActive] = React.useState(0);
    const at = Math.max(0, Math.min(active, rows.length - 1));
    const toggle = (row: SeriesRow): void => {
        const whole = outputs.find(({ id }) => id === row.output.id);
        if (whole) {
            onChoose(toggleRow(row, choice, whole));
        }
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : stepOf(event.key, rows, at);
        if (step === undefined) {
            return;
        }
        event.preventDefault();
        if (typeof step === 'object') {
            setActive(step.go);
            virtuoso.current?.scrollIntoView({ index: step.go });
        } else if (step === 'toggle') {
            toggle(rows[at]);
        } else {
            onToggleOpen(rows[at].output.id);
        }
    };
    return (
        <Virtuoso
            ref={virtuoso}
            className="tmll-series-tree"
            role="tree"
            tabIndex={0}
            aria-labelledby="tmll-series"
            aria-multiselectable="true"
            aria-activedescendant={rows.length > 0 ? rowId(at) : undefined}
            onKeyDown={onKeyDown}
            style={{ height: Math.min(MOST_HEIGHT, rows.length * ROW_HEIGHT) }}
            fixedItemHeight={ROW_HEIGHT}
            totalCount={rows.length}
            computeItemKey={index => rowKey(rows[index])}
            itemContent={index => (
                <TreeRow
                    row={rows[index]}
                    id={rowId(index)}
                    isActive={index === at}
                    choice={choice}
                    onToggleOpen={onToggleOpen}
                    onToggle={() => {
                        setActive(index);
                        toggle(rows[index]);
                    }}
                />
            )}
        />
    );
};

function rowId(index: number): string {
    return `tmll-series-row-${index}`;
}

interface TreeRowProps {
    readonly row: SeriesRow;
    readonly id: string;
    readonly isActive: boolean;
    readonly choice: SeriesChoice;
    readonly onToggle: () => void;
    readonly onToggleOpen: (outputId: string) => void;
}

const TreeRow: React.FC<TreeRowProps> = ({ row, id, isActive, choice, onToggle, onToggleOpen }) => {
    const checked = checkedState(row, choice);
    const label = row.kind === 'output' ? row.output.name : row.kind === 'series' ? row.series.label : row.text;
    const open = row.kind === 'output' ? row.isOpen : undefined;
    return (
        <div
            id={id}
            role="treeitem"
            className={`tmll-series-row tmll-series-${row.kind}${isActive ? ' tmll-active-row' : ''}`}
            aria-level={row.kind === 'output' ? 1 : 2}
            aria-expanded={open}
            aria-checked={checked}
            aria-label={label}
            title={row.kind === 'output' ? row.output.description : label}
            onClick={onToggle}
        >
            {row.kind === 'output' && (
                <span
                    className={`tmll-twistie ${codicon(row.isOpen ? 'chevron-down' : 'chevron-right')}`}
                    aria-hidden="true"
                    onClick={event => {
                        event.stopPropagation();
                        onToggleOpen(row.output.id);
                    }}
                />
            )}
            {checked !== undefined && (
                <span
                    className={`tmll-box ${checked === 'mixed' ? codicon('remove') : checked ? codicon('check') : ''}`}
                    aria-hidden="true"
                />
            )}
            <span className="tmll-check-text">{label}</span>
            {row.kind === 'output' && <Count output={row.output} choice={choice} />}
        </div>
    );
};

const Count: React.FC<{ readonly output: OutputNode; readonly choice: SeriesChoice }> = ({ output, choice }) => {
    const chosen = countChosen(choice, output);
    return chosen === undefined ? undefined : (
        <span
            className="tmll-dim tmll-chosen"
            // Drawn by the style sheet: it is no part of the output's name.
            data-count={nls.localize('tmll/panel/chosen', '{0} of {1}', chosen, output.series?.length ?? chosen)}
        />
    );
};
