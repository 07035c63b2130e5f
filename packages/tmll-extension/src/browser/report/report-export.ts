import { inject, injectable } from '@theia/core/shared/inversify';
import { nls } from '@theia/core';
import { toWire, TraceReport, traceReportDocuments } from 'tmll-analysis/algorithms';
import { saveFile, TraceSession } from 'tmll-viewer';
import { JobModel } from '../results/job-model';
import { ResultEntry } from '../results/result-entry';
import { ResultModel } from '../results/result-model';

export type ReportFormat = 'html' | 'json';

/** Saves what the shown results say of a trace as one file. */
@injectable()
export class ReportExport {
    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    /** Whether there is anything to save. */
    has({ experiment }: TraceSession): boolean {
        return this.results.shown(experiment.UUID).length > 0;
    }

    async save(session: TraceSession, format: ReportFormat): Promise<void> {
        const report = this.reportOf(session);
        const name = `${report.traceName.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_')} report.${format}`;
        const content = format === 'html' ? await page(report) : JSON.stringify(toWire(report), undefined, 2);
        saveFile(new Blob([content], { type: format === 'html' ? 'text/html' : 'application/json' }), name);
    }

    protected reportOf({ experiment }: TraceSession): TraceReport {
        const { name, start, end, nbEvents } = experiment;
        const parts = this.results.shown(experiment.UUID).flatMap(({ summary: { module }, content }: ResultEntry) => {
            const moduleName = this.jobs.modules.find(({ id }) => id === module)?.name ?? module;
            return content ? [{ moduleId: module, moduleName, result: content }] : [];
        });
        return { traceName: name, range: { startNs: start, endNs: end }, eventCount: nbEvents, parts };
    }
}

/** Rendered piece by piece, so that the workbench goes on meanwhile. The renderer is only loaded for it. */
async function page(report: TraceReport): Promise<string> {
    const { htmlParts } = await import('tmll-analysis/rendering');
    const title = nls.localize('tmll/report/title', '{0}: what TMLL found', report.traceName);
    const parts: string[] = [];
    for (const part of htmlParts(title, traceReportDocuments(report))) {
        parts.push(part);
        await new Promise(resolve => setTimeout(resolve));
    }
    return parts.join('');
}
