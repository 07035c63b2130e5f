import { Router } from 'express';
import type { ExperimentStore } from '../experiments/experiment-store';
import { Parameters } from '../parameters';
import type { OpenTrace, TraceStore } from '../traces/trace-store';
import { missing, TspError } from '../tsp-error';
import { completed, endpoint, pathParameter } from './endpoint';

/** Making, listing and deleting experiments, and their sets of markers (none). */
export function experimentRoutes(traces: TraceStore, experiments: ExperimentStore): Router {
    const router = Router();
    router.get(
        '/experiments',
        endpoint(() => experiments.all().map(experiment => experiment.toJson()))
    );
    router.post(
        '/experiments',
        endpoint(request => {
            const parameters = Parameters.of(request.body);
            const name = parameters.text('name');
            const uuids = parameters.texts('traces');
            if (uuids.length === 0) {
                throw missing('traces');
            }
            return experiments.create(name, findAll(traces, new Set(uuids))).toJson();
        })
    );
    router.get(
        '/experiments/:experiment',
        endpoint(request => experiments.get(pathParameter(request, 'experiment')).toJson())
    );
    router.delete(
        '/experiments/:experiment',
        endpoint(request => {
            const experiment = experiments.get(pathParameter(request, 'experiment'));
            experiments.delete(experiment);
            return experiment.toJson();
        })
    );
    router.get(
        '/experiments/:experiment/outputs/markerSets',
        endpoint(request => {
            experiments.get(pathParameter(request, 'experiment'));
            return completed([]);
        })
    );
    return router;
}

function findAll(traces: TraceStore, uuids: ReadonlySet<string>): OpenTrace[] {
    const all = new Map(traces.all().map(trace => [trace.uuid, trace]));
    return [...uuids].map(uuid => {
        const trace = all.get(uuid);
        if (!trace) {
            throw new TspError(404, `No trace found with UUID ${uuid}`);
        }
        return trace;
    });
}
