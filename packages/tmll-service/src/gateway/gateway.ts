import { RequestHandler, Router } from 'express';
import { AnalysisModule } from 'tmll-analysis';
import { JobManager } from '../jobs/job-manager';
import { LoadedResults } from '../results/loaded-results';
import { ResultStore } from '../results/result-store';
import { Log } from '../service/log';
import { ServiceEvents } from '../service/service-events';
import { DerivedOutputs } from './derived/derived-outputs';
import { OutputRecords } from './derived/output-records';
import { ExperimentCache } from './experiment-cache';
import { CurrentResultsOf } from './native/current-results';
import { nativeRoutes } from './native/native-routes';
import { ownRoutes } from './own-routes';
import { passThrough } from './pass-through';
import { Upstream } from './upstream';

export interface GatewayOptions {
    readonly modules: readonly AnalysisModule[];
    readonly jobs: JobManager;
    readonly store: ResultStore;
    readonly records: OutputRecords;
    readonly events: ServiceEvents;
    readonly upstream: Upstream;
    readonly log: Log;
    readonly experiments: ExperimentCache;
    readonly loaded: LoadedResults;
    readonly current: CurrentResultsOf;
}

/** What the routes of the gateway answer from. */
export interface GatewayContext {
    readonly modules: readonly AnalysisModule[];
    readonly upstream: Upstream;
    readonly derived: DerivedOutputs;
    readonly loaded: LoadedResults;
    readonly current: CurrentResultsOf;
    readonly log: Log;
}

/**
 * The trace server's protocol with the results of analyses in it: as outputs of their own, on native charts, as annotations,
 * markers and bookmarks. Everything else passes through as it is.
 */
export function gateway(options: GatewayOptions): RequestHandler {
    const { modules, jobs, store, records, events, upstream, log, experiments, loaded, current } = options;
    const context: GatewayContext = {
        modules,
        upstream,
        log,
        loaded,
        derived: new DerivedOutputs({ modules, experiments, records, store, jobs, events }),
        current
    };
    const router = Router();
    router.use(forgetExperiments(experiments));
    router.use(ownRoutes(context));
    router.use(nativeRoutes(context));
    router.use(passThrough(upstream));
    return router;
}

/** Who opens or closes an experiment or a trace changes what is known of it. */
function forgetExperiments(experiments: ExperimentCache): RequestHandler {
    return (request, response, next) => {
        const isChange = request.method !== 'GET' && /^\/(experiments|traces)(\/[^/]*)?$/.test(request.path);
        if (isChange) {
            response.on('finish', () => experiments.forget());
        }
        next();
    };
}
