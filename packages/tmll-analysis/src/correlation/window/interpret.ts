import { DocumentSection, ReportDocument } from '../../document/report-document';
import { AnalysisResult } from '../../series/analysis';
import { formatDuration } from '../../series/duration';
import { formatNs, formatValue } from '../../series/format';
import { chanceText } from '../wording';
import { causePlot, causeRankPlot } from './plots';
import { WindowCause, WindowData } from './window-result';

/** Causes that are listed, and drawn. */
const MOST_ROWS = 20;
const MOST_DRAWN = 4;

/** What changed in a window against what was usual before, in words, a table and pictures. */
export function interpretWindow({ data }: AnalysisResult<WindowData>): ReportDocument {
    return {
        title: 'Root Cause Analysis Results',
        sections: [
            overview(data),
            ranking(data),
            {
                title: 'What Changed Most',
                blocks: [
                    ...(data.causes.length > 1 ? [causeRankPlot(data)] : []),
                    ...data.causes.slice(0, MOST_DRAWN).map(cause => causePlot(data, cause))
                ].map(plot => ({ kind: 'plot', plot }))
            }
        ]
    };
}

function overview({ window, baseline, causes, tested, symptom, stepNs }: WindowData): DocumentSection {
    const [main] = causes;
    const what = main === undefined ? 'Nothing changed beyond chance.' : `${leadOf(main)}: ${main.sentence}`;
    return {
        title: 'Overview',
        blocks: [
            { kind: 'text', text: what },
            {
                kind: 'metrics',
                metrics: [
                    {
                        name: 'Window',
                        value: `${formatNs(window.startNs)}, ${formatDuration(window.endNs - window.startNs)}`
                    },
                    {
                        name: 'Baseline',
                        value: `${formatNs(baseline.startNs)}, ${formatDuration(baseline.endNs - baseline.startNs)}`
                    },
                    { name: 'Symptom', value: symptom.name ?? 'the window itself' },
                    { name: 'Compared', value: `${tested} series and activities` },
                    { name: 'Causes', value: `${causes.length}` },
                    { name: 'Exact to', value: formatDuration(stepNs) }
                ]
            }
        ]
    };
}

function leadOf({ subject, isThread }: WindowCause): string {
    return isThread ? `Thread ${subject} changed most` : `${subject} changed most`;
}

function ranking({ causes, window }: WindowData): DocumentSection {
    const rows = causes.slice(0, MOST_ROWS);
    const rest = causes.length - rows.length;
    return {
        title: 'Causes, the Most Important First',
        blocks:
            rows.length === 0
                ? []
                : [
                      {
                          kind: 'table',
                          columns: [
                              { title: 'Cause' },
                              { title: 'Importance', align: 'right' },
                              { title: 'Before', align: 'right' },
                              { title: 'In the Window', align: 'right' },
                              { title: 'Chance', align: 'right' },
                              { title: 'What' }
                          ],
                          rows: rows.map(({ subject, isThread, sentence, changes: [change] }) => [
                              isThread ? `thread ${subject}` : subject,
                              change.importance.toFixed(2),
                              formatValue(change.baseline, change.unit, [change.window]),
                              formatValue(change.window, change.unit, [change.baseline]),
                              chanceText(change.adjustedPValue),
                              sentence
                          ]),
                          places: rows.map(({ changes: [{ outputId, path, onsetNs }] }) => ({
                              startNs: onsetNs < window.endNs ? onsetNs : window.startNs,
                              endNs: window.endNs,
                              series: { outputId, path }
                          }))
                      },
                      ...(rest === 0 ? [] : [{ kind: 'text' as const, text: `${rest} more are less important.` }])
                  ]
    };
}
