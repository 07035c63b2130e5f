import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { LatestLoad } from '../../load/latest-load';
import { useEventValue } from '../../react/use-event';
import { TraceSession } from '../../session/trace-session';
import { TimeWindow } from '../../session/time-model';
import { formatDuration } from '../../time/time-format';
import { PaneProgress } from '../pane-message';
import { Curve } from './drawn-series';
import { ValueFormat } from './value-format';
import { fetchSeries, XyAnswer } from './xy-fetch';
import { xyRequest, XyRequest } from './xy-request';
import { seriesStatistics } from './xy-statistics';

export interface XyStatisticsPanelProps {
    readonly session: TraceSession;
    readonly output: OutputDescriptor;
    readonly curves: readonly Curve[];
    readonly format: ValueFormat;
}

/** So many values of the selected stretch are fetched, whatever the zoom. */
const SAMPLES = 2048;
const SETTLE_MS = 250;

/** What the drawn series are like over what is selected; where nothing is, over what is in view. */
export function XyStatisticsPanel({ session, output, curves, format }: XyStatisticsPanelProps): React.ReactElement {
    const { time, origin } = session;
    const selection = useEventValue(time.onDidChangeSelection, () => time.selection);
    const view = useEventValue(time.onDidChangeView, () => time.view);
    const range = selection && selection.end > selection.start ? selection : view;
    const [load] = React.useState(
        () =>
            new LatestLoad<XyRequest, XyAnswer>(
                (request, signal) => fetchSeries(session, output, request, signal),
                SETTLE_MS
            )
    );
    React.useEffect(() => () => load.stop(), [load]);
    const ids = curves.map(({ node }) => node.id).join(' ');
    React.useEffect(() => {
        const items = ids === '' ? [] : ids.split(' ').map(Number);
        load.request(xyRequest(origin, range, SAMPLES, items));
    }, [load, origin, range, ids]);
    const { value, loading, error } = useEventValue(load.onDidChange, () => load.state);
    const found = new Map(value?.series.map(series => [series.id, series]));
    return (
        <div className="tmll-statistics">
            {loading && <PaneProgress label={nls.localize('tmll/viewer/loading', 'Loading {0}', output.name)} />}
            <table>
                <caption>{error ?? captionOf(range, range === selection)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{nls.localize('tmll/viewer/statistics/series', 'Series')}</th>
                        <th scope="col">{nls.localize('tmll/viewer/statistics/min', 'Minimum')}</th>
                        <th scope="col">{nls.localize('tmll/viewer/statistics/mean', 'Mean')}</th>
                        <th scope="col">{nls.localize('tmll/viewer/statistics/max', 'Maximum')}</th>
                        <th scope="col">{nls.localize('tmll/viewer/statistics/deviation', 'Std. deviation')}</th>
                        <th scope="col">{nls.localize('tmll/viewer/statistics/change', 'Change')}</th>
                    </tr>
                </thead>
                <tbody>
                    {curves.map(({ node, label, color }) => {
                        const series = found.get(node.id);
                        const statistics =
                            series && seriesStatistics(series.times, series.values, range.start, range.end);
                        return (
                            <tr key={node.id}>
                                <th scope="row" title={label}>
                                    <span className="tmll-swatch" style={{ backgroundColor: color }} />
                                    {label}
                                </th>
                                {statistics
                                    ? [
                                          statistics.min,
                                          statistics.mean,
                                          statistics.max,
                                          statistics.deviation,
                                          statistics.last - statistics.first
                                      ].map((number, index) => <td key={index}>{format.format(number)}</td>)
                                    : Array.from({ length: 5 }, (_, index) => <td key={index}>–</td>)}
                            </tr>
                        );
                    })}
                </tbody>
            </table>
        </div>
    );
}

function captionOf({ start, end }: TimeWindow, isSelection: boolean): string {
    return isSelection
        ? nls.localize('tmll/viewer/statistics/selection', 'Over the selected {0}', formatDuration(end - start))
        : nls.localize('tmll/viewer/statistics/view', 'Over the {0} in view', formatDuration(end - start));
}
