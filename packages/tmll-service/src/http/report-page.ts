import { setImmediate as pause } from 'node:timers/promises';
import { RequestHandler } from 'express';
import { AnalysisModule } from 'tmll-analysis';
import { AnalysisResult, fromWire, ReportPart, traceReportDocuments, Wire } from 'tmll-analysis/algorithms';
import { htmlParts } from 'tmll-analysis/rendering';
import { ExperimentDescription } from '../results/describe-experiment';
import { ResultStore } from '../results/result-store';
import { HttpError } from './http-error';
import { oneExperiment } from './run-routes';

export interface ReportPageOptions {
    readonly modules: readonly AnalysisModule[];
    readonly store: ResultStore;
    readonly describeExperiment: (experimentId: string) => Promise<ExperimentDescription>;
}

/**
 * Answers with what the stored results say of an experiment as the page that `tmll report` writes: of each analysis the newest
 * result. The page is sent piece by piece, so that others are answered meanwhile.
 */
export function reportPage({ modules, store, describeExperiment }: ReportPageOptions): RequestHandler {
    return async (request, response) => {
        const { name, fingerprint, range, eventCount } = await describeExperiment(
            oneExperiment(request.query.experiment)
        );
        const parts = await newestOfEach(modules, store, fingerprint);
        if (parts.length === 0) {
            throw new HttpError(
                404,
                'Nothing to report',
                `There are no results of ${name} yet; run an analysis first.`
            );
        }
        const documents = traceReportDocuments({ traceName: name, range, eventCount, parts });
        response.status(200).set('cache-control', 'no-store').type('text/html');
        for (const piece of htmlParts(`${name}: what TMLL found`, documents)) {
            response.write(piece);
            await pause();
        }
        response.end();
    };
}

async function newestOfEach(
    modules: readonly AnalysisModule[],
    store: ResultStore,
    fingerprint: string
): Promise<ReportPart[]> {
    const headers = await store.list(fingerprint);
    const parts = modules.map(async ({ id, name }): Promise<ReportPart[]> => {
        const newest = headers.find(({ module }) => module === id);
        const json = newest && (await store.read(newest.id));
        if (!json) {
            return [];
        }
        const result = fromWire<AnalysisResult>(JSON.parse(json.toString()) as Wire<AnalysisResult>);
        return [{ moduleId: id, moduleName: name, result }];
    });
    return (await Promise.all(parts)).flat();
}
