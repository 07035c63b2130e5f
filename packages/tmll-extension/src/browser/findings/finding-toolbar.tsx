import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { IconButton } from '../react/icon-button';
import { FindingActions } from './finding-actions';
import { FindingList } from './finding-list';
import { FindingVerdict } from './finding-verdicts';

const SEVERITIES: readonly (readonly [number, string])[] = [
    [0, nls.localize('tmll/findings/anySeverity', 'Any severity')],
    [20, nls.localize('tmll/findings/low', 'Low and above')],
    [40, nls.localize('tmll/findings/medium', 'Medium and above')],
    [60, nls.localize('tmll/findings/high', 'High and above')],
    [80, nls.localize('tmll/findings/critical', 'Critical')]
];

interface ToolbarProps {
    readonly list: FindingList;
    readonly actions: FindingActions;
}

/** What is listed, and what can be done with the selected finding. */
export const FindingToolbar: React.FC<ToolbarProps> = ({ list, actions }) => (
    <div className="tmll-findings-toolbar">
        <Filters list={list} />
        <span className="tmll-dim" role="status">
            {nls.localize('tmll/findings/count', '{0} of {1} findings', list.rows.length, list.total)}
        </span>
        <SelectedActions list={list} actions={actions} />
    </div>
);

const Filters: React.FC<{ readonly list: FindingList }> = ({ list }) => {
    const { filter, modules } = list;
    const label = nls.localize('tmll/findings/filter', 'Filter findings');
    return (
        <>
            <input
                className="theia-input tmll-search"
                type="search"
                value={filter.text}
                placeholder={label}
                aria-label={label}
                onChange={event => list.filterBy({ text: event.target.value })}
            />
            <select
                className="theia-select"
                value={filter.severity}
                aria-label={nls.localize('tmll/findings/bySeverity', 'Least severity')}
                onChange={event => list.filterBy({ severity: Number(event.target.value) })}
            >
                {SEVERITIES.map(([severity, name]) => (
                    <option key={severity} value={severity}>
                        {name}
                    </option>
                ))}
            </select>
            {modules.length > 1 && (
                <select
                    className="theia-select"
                    value={filter.module}
                    aria-label={nls.localize('tmll/findings/byModule', 'Analysis')}
                    onChange={event => list.filterBy({ module: event.target.value })}
                >
                    <option value="">{nls.localize('tmll/findings/anyModule', 'All analyses')}</option>
                    {modules.map(({ id, name }) => (
                        <option key={id} value={id}>
                            {name}
                        </option>
                    ))}
                </select>
            )}
            <label className="tmll-check">
                <input
                    type="checkbox"
                    checked={filter.settled}
                    onChange={event => list.filterBy({ settled: event.target.checked })}
                />
                {nls.localize('tmll/findings/settled', 'Known and wrong')}
            </label>
        </>
    );
};

const SelectedActions: React.FC<ToolbarProps> = ({ list, actions }) => {
    const row = list.rows[list.selected];
    const verdict = row && list.verdictOf(row);
    const mark = (given: FindingVerdict): void => {
        list.judge(row, verdict === given ? undefined : given);
    };
    return (
        <span
            className="tmll-finding-actions"
            role="toolbar"
            aria-label={nls.localize('tmll/findings/actions', 'Selected finding')}
        >
            <IconButton
                icon="check"
                label={nls.localize('tmll/findings/markKnown', 'Mark as known')}
                pressed={verdict === 'known'}
                disabled={!row}
                onClick={() => mark('known')}
            />
            <IconButton
                icon="thumbsdown"
                label={nls.localize('tmll/findings/markWrong', 'Mark as wrong')}
                pressed={verdict === 'wrong'}
                disabled={!row}
                onClick={() => mark('wrong')}
            />
            <IconButton
                icon="copy"
                label={nls.localize('tmll/findings/copy', 'Copy')}
                disabled={!row}
                onClick={() => actions.copy(row)}
            />
            <IconButton
                icon="graph"
                label={nls.localize('tmll/findings/evidence', 'Show the evidence')}
                disabled={!row}
                onClick={() => actions.showEvidence(row.resultId)}
            />
            <IconButton
                icon="question"
                label={nls.localize('tmll/findings/explain', 'Explain this window: what else changed')}
                disabled={!row || !actions.canExplain}
                onClick={() => actions.explain(row)}
            />
            <IconButton
                icon="export"
                label={nls.localize('tmll/findings/export', 'Save the listed findings as CSV')}
                disabled={list.rows.length === 0}
                onClick={() => actions.saveCsv(list.rows)}
            />
        </span>
    );
};
