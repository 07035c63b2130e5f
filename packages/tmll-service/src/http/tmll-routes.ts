import { json, Router } from 'express';
import { AnalysisModule } from 'tmll-analysis';
import { CurrentResultsOf } from '../gateway/native/current-results';
import { OutputRecords } from '../gateway/derived/output-records';
import { JobManager } from '../jobs/job-manager';
import { ModuleDescriptor, ResultSummary, ServiceHealth } from '../protocol';
import { ExperimentDescription } from '../results/describe-experiment';
import { ResultHeader } from '../results/result-file';
import { ResultStore } from '../results/result-store';
import { isStale } from '../results/trace-identity';
import { RunStore } from '../runs/run-store';
import { ServiceEvents } from '../service/service-events';
import { TraceCompassInstaller } from '../trace-servers/trace-compass/installer';
import { parseAnalysisRequest } from './analysis-request';
import { answer } from './answer';
import { streamEvents } from './event-stream';
import { listFindings } from './finding-list';
import { HttpError } from './http-error';
import { forgetRuns, oneExperiment, runRoutes } from './run-routes';
import { reportPage } from './report-page';

/** What the routes below `/tmll` answer from. */
export interface TmllRoutesOptions {
    readonly health: () => ServiceHealth;
    readonly modules: readonly AnalysisModule[];
    readonly jobs: JobManager;
    readonly store: ResultStore;
    readonly runs: RunStore;
    readonly records: OutputRecords;
    readonly events: ServiceEvents;
    readonly installer: TraceCompassInstaller;
    readonly current: CurrentResultsOf;
    /** @throws TspError when the trace server does not know the experiment */
    readonly describeExperiment: (experimentId: string) => Promise<ExperimentDescription>;
}

/** A request for an analysis is a few hundred bytes, thousands of selected series a few hundred thousand. */
const BODY_LIMIT = '1mb';

/** The paths below `/tmll`: see `protocol.ts`. */
export function tmllRoutes(options: TmllRoutesOptions): Router {
    const router = Router();
    router.use(json({ limit: BODY_LIMIT }));
    router.get('/health', (_request, response) => answer(response, options.health()));
    router.get('/modules', (_request, response) => answer(response, options.modules.map(describeModule)));
    router.get(
        '/events',
        streamEvents(options.events, () => options.health().traceServer)
    );
    addJobs(router, options);
    addTraceCompass(router, options);
    addResults(router, options);
    router.use('/runs', runRoutes(options));
    router.get('/findings', listFindings(options));
    router.get('/report', reportPage(options));
    router.use((request, response) => {
        throw new HttpError(404, 'Not found', `The service knows no ${request.method} ${response.req.originalUrl}.`);
    });
    return router;
}

function addJobs(router: Router, { jobs }: TmllRoutesOptions): void {
    router.get('/jobs', (_request, response) => answer(response, jobs.list()));
    router.post('/jobs', async (request, response) => {
        const job = await jobs.submit(parseAnalysisRequest(request.body));
        answer(response, job, job.state === 'done' ? 200 : 202);
    });
    router.get('/jobs/:id', (request, response) => answer(response, jobs.get(request.params.id)));
    router.delete('/jobs/:id', (request, response) => answer(response, jobs.cancel(request.params.id), 202));
}

function addTraceCompass(router: Router, { installer }: TmllRoutesOptions): void {
    router.get('/trace-compass', async (_request, response) => answer(response, await installer.state()));
    router.post('/trace-compass', async (_request, response) => answer(response, await installer.install(), 202));
    router.delete('/trace-compass', async (_request, response) => {
        installer.cancel();
        answer(response, await installer.state(), 202);
    });
}

function addResults(router: Router, { store, runs, records, events, describeExperiment }: TmllRoutesOptions): void {
    router.get('/results', async (request, response) => {
        const { experiment: id } = request.query;
        if (id === undefined) {
            answer(
                response,
                (await store.list()).map(header => summarize(header))
            );
            return;
        }
        const traces = await describeExperiment(oneExperiment(id));
        const headers = await store.listWithStale(traces);
        answer(
            response,
            headers.map(header => ({ ...summarize(header, traces.id), stale: isStale(traces, header) }))
        );
    });
    router.get('/results/:id', async (request, response) => {
        const result = (await store.read(request.params.id)) ?? notStored(request.params.id);
        response.set('cache-control', 'no-store').type('application/json').send(result);
    });
    router.delete('/results/:id', async (request, response) => {
        const { id, experimentId, questionId } = (await store.find(request.params.id)) ?? notStored(request.params.id);
        // Or the output that was made of it would compute it again.
        await records.delete(questionId);
        await store.delete(id);
        await forgetRuns(await runs.ofResult(id), { runs, events });
        events.emit({ type: 'result-deleted', resultId: id, experimentId });
        response.status(204).end();
    });
}

function notStored(id: string): never {
    throw new HttpError(
        404,
        'Result not found',
        `There is no result ${id}; it was deleted, or run the analysis again.`
    );
}

function describeModule({
    id,
    name,
    description,
    version,
    schema,
    standalone = true,
    looksAt = 'series'
}: AnalysisModule): ModuleDescriptor {
    return { id, name, description, version, schema, standalone, looksAt };
}

/** What a list tells of a result; `experimentId` is the one asked about, where one was. */
function summarize(header: ResultHeader, experimentId: string = header.experimentId): ResultSummary {
    const { id, module, method, findings, severity, createdAt } = header;
    return { id, experimentId, module, method, findings, severity, createdAt };
}
