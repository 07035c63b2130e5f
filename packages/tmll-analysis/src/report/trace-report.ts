import { ReportDocument } from '../document/report-document';
import { AnalysisResult } from '../series/analysis';
import { formatDuration } from '../series/duration';
import { Finding } from '../series/finding';
import { formatNs } from '../series/format';
import { TimeRange } from '../series/time-series';
import { findingsSection } from './findings-section';
import { resultDocument } from './result-document';

/** What several analyses say of one trace. */
export interface TraceReport {
    readonly traceName: string;
    readonly range: TimeRange;
    readonly eventCount: number;
    readonly parts: readonly ReportPart[];
}

/** One analysis: its result, or why there is none. */
export interface ReportPart {
    readonly moduleId: string;
    /** For people. */
    readonly moduleName: string;
    readonly result?: AnalysisResult;
    /** One sentence, when there is no result: nothing of the trace fits it, or it failed. */
    readonly absence?: string;
}

/** The findings of all parts, the worst first. */
export function reportFindings({ parts }: TraceReport): Finding[] {
    return parts.flatMap(({ result }) => result?.findings ?? []).sort((a, b) => b.severity - a.severity);
}

/** The report as documents: a summary with the worst findings of all analyses, then a document for each analysis. */
export function traceReportDocuments(report: TraceReport): ReportDocument[] {
    const { parts } = report;
    const documents = parts.flatMap(({ result, moduleName }) => (result ? [resultDocument(result, moduleName)] : []));
    return [summary(report), ...documents];
}

function summary(report: TraceReport): ReportDocument {
    const { traceName, range, eventCount, parts } = report;
    const missing = parts.filter(({ absence }) => absence !== undefined);
    return {
        title: 'Summary',
        sections: [
            {
                title: 'Trace',
                blocks: [
                    {
                        kind: 'metrics',
                        metrics: [
                            { name: 'Trace', value: traceName },
                            { name: 'Events', value: eventCount.toLocaleString('en') },
                            { name: 'From', value: formatNs(range.startNs) },
                            { name: 'Lasts', value: formatDuration(range.endNs - range.startNs) },
                            { name: 'Analyses', value: `${parts.length - missing.length}` }
                        ]
                    }
                ]
            },
            findingsSection(reportFindings(report), range.startNs),
            {
                title: 'Not Analysed',
                blocks:
                    missing.length === 0
                        ? []
                        : [
                              {
                                  kind: 'table',
                                  columns: [{ title: 'Analysis' }, { title: 'Why' }],
                                  rows: missing.map(({ moduleName, absence = '' }) => [moduleName, absence])
                              }
                          ]
            }
        ]
    };
}
