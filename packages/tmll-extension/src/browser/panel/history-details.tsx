import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { AnalysisRequest, formatDuration } from 'tmll-analysis/algorithms';
import type { ModuleDescriptor } from 'tmll-service/protocol';
import { describeChanges } from '../form/parameter-values';
import { OutputNode } from '../form/series-choice';
import { durationOf, HistoryItem, requestOf } from '../results/run-history';
import { HistoryActions } from './history-actions';

interface HistoryDetailsProps {
    readonly item: HistoryItem;
    readonly module: ModuleDescriptor | undefined;
    /** Of a result, for people. */
    readonly method: string | undefined;
    readonly actions: HistoryActions;
    /** Of the trace: a request names them by their ids. */
    readonly outputs: readonly OutputNode[];
}

/** What was asked, how long it took, what lowers the worth of the answer, and what can be done with it. */
export const HistoryDetails: React.FC<HistoryDetailsProps> = ({ item, module, method, actions, outputs }) => {
    const request = requestOf(item);
    const provenance = item.result?.content?.provenance;
    const duration = durationOf(item);
    return (
        <div className="tmll-result-details">
            {item.run?.error && <div className="tmll-field-error">{item.run.error}</div>}
            <dl className="tmll-facts">
                {method && <Fact name={nls.localize('tmll/history/method', 'Method')} value={method} />}
                {request && module && (
                    <Fact
                        name={nls.localize('tmll/history/parameters', 'Parameters')}
                        value={
                            describeChanges(module.schema, request.parameters) ||
                            nls.localize('tmll/history/defaults', 'defaults')
                        }
                    />
                )}
                {request && <Fact name={nls.localize('tmll/history/range', 'Range')} value={rangeText(request)} />}
                {request && (
                    <Fact name={nls.localize('tmll/history/series', 'Series')} value={seriesText(request, outputs)} />
                )}
                {provenance && (
                    <Fact
                        name={nls.localize('tmll/history/basis', 'Looked at')}
                        value={basisText(provenance)}
                        hint={provenance.series.join('\n')}
                    />
                )}
                {duration !== undefined && (
                    <Fact
                        name={nls.localize('tmll/history/took', 'Took')}
                        value={formatDuration(BigInt(Math.round(duration * 1e6)))}
                    />
                )}
            </dl>
            {provenance?.warnings.map(warning => (
                <div key={warning} className="tmll-result-warning">
                    {warning}
                </div>
            ))}
            <div className="tmll-link-row">
                <Link label={nls.localize('tmll/history/rerun', 'Rerun')} run={() => actions.rerun(item)} />
                <Link label={nls.localize('tmll/history/edit', 'Edit and Rerun')} run={() => actions.edit(item)} />
                <Link
                    label={nls.localize('tmll/history/copy', 'Copy as Command Line')}
                    run={() => actions.copyCommand(item)}
                />
            </div>
        </div>
    );
};

const Link: React.FC<{ readonly label: string; readonly run: () => void }> = ({ label, run }) => (
    <button type="button" className="tmll-link" onClick={run}>
        {label}
    </button>
);

const Fact: React.FC<{ readonly name: string; readonly value: string; readonly hint?: string }> = props => (
    <>
        <dt>{props.name}</dt>
        <dd title={props.hint ?? props.value}>{props.value}</dd>
    </>
);

function rangeText({ range }: Pick<AnalysisRequest, 'range'>): string {
    return range
        ? nls.localize('tmll/history/part', '{0} of the trace', formatDuration(range.endNs - range.startNs))
        : nls.localize('tmll/history/whole', 'whole trace');
}

function seriesText({ selection }: Pick<AnalysisRequest, 'selection'>, all: readonly OutputNode[]): string {
    const outputs = (selection?.outputs ?? []).map(word => all.find(({ id }) => id === word)?.name ?? word);
    const series = (selection?.series ?? []).map(path => path.split('/').at(-1) ?? path);
    const words = [...outputs, ...series];
    const few = 3;
    const names = words.slice(0, few);
    if (words.length === 0) {
        return nls.localize('tmll/history/fitting', 'those that fit');
    }
    return words.length > few
        ? nls.localize('tmll/history/andMore', '{0} and {1} more', names.join(', '), words.length - few)
        : names.join(', ');
}

function basisText(provenance: { points: number; series: readonly string[]; resamplingNs?: bigint }): string {
    const { points, series, resamplingNs } = provenance;
    const step = resamplingNs
        ? nls.localize('tmll/panel/step', 'every {0}', formatDuration(resamplingNs))
        : nls.localize('tmll/panel/noStep', 'as recorded');
    return nls.localize('tmll/panel/basis', '{0} points in {1} series, {2}', points, series.length, step);
}
