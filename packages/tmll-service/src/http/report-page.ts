import { setImmediate as pause } from 'node:timers/promises';
import { RequestHandler } from 'express';
import { AnalysisModule } from 'tmll-analysis';
import {
    AnalysisResult,
    fromWire,
    ReportDocument,
    ReportPart,
    resultDocument,
    traceReportDocuments,
    Wire
} from 'tmll-analysis/algorithms';
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
 * Answers with what the stored results say of an experiment as the page that `tmll report` writes, of each analysis the newest
 * result; or with what one result means. The page is sent piece by piece, so that others are answered meanwhile.
 */
export function reportPage(options: ReportPageOptions): RequestHandler {
    return async (request, response) => {
        const { experiment, result } = request.query;
        const { title, documents } =
            typeof result === 'string'
                ? await resultPage(options, result)
                : await experimentPage(options, oneExperiment(experiment));
        response.status(200).set('cache-control', 'no-store').type('text/html');
        for (const piece of htmlParts(title, documents)) {
            response.write(piece);
            await pause();
        }
        response.end();
    };
}

interface Page {
    readonly title: string;
    readonly documents: readonly ReportDocument[];
}

async function experimentPage(
    { modules, store, describeExperiment }: ReportPageOptions,
    experimentId: string
): Promise<Page> {
    const { name, fingerprint, range, eventCount } = await describeExperiment(experimentId);
    const parts = await newestOfEach(modules, store, fingerprint);
    if (parts.length === 0) {
        throw new HttpError(404, 'Nothing to report', `There are no results of ${name} yet; run an analysis first.`);
    }
    const documents = traceReportDocuments({ traceName: name, range, eventCount, parts });
    return { title: `${name}: what TMLL found`, documents };
}

async function resultPage({ modules, store }: ReportPageOptions, id: string): Promise<Page> {
    const result = await readResult(store, id);
    if (!result) {
        throw new HttpError(404, 'Result not found', `There is no result ${id}; it was deleted, or run it again.`);
    }
    const { module } = result.provenance;
    const name = modules.find(each => each.id === module)?.name ?? module;
    return { title: name, documents: [resultDocument(result, name)] };
}

async function readResult(store: ResultStore, id: string): Promise<AnalysisResult | undefined> {
    const json = await store.read(id);
    return json && fromWire<AnalysisResult>(JSON.parse(json.toString()) as Wire<AnalysisResult>);
}

async function newestOfEach(
    modules: readonly AnalysisModule[],
    store: ResultStore,
    fingerprint: string
): Promise<ReportPart[]> {
    const headers = await store.list(fingerprint);
    const parts = modules.map(async ({ id, name }): Promise<ReportPart[]> => {
        const newest = headers.find(({ module }) => module === id);
        const result = newest && (await readResult(store, newest.id));
        return result ? [{ moduleId: id, moduleName: name, result }] : [];
    });
    return (await Promise.all(parts)).flat();
}
