import { Router } from 'express';
import type { ExperimentStore } from '../experiments/experiment-store';
import { Parameters } from '../parameters';
import { traceJson } from '../traces/trace-json';
import { deleteFromDisk } from '../traces/delete-trace';
import type { TraceStore } from '../traces/trace-store';
import { TspError } from '../tsp-error';
import { endpoint, pathParameter } from './endpoint';

/** Opening, listing and closing traces, and deleting them from disk where that is allowed. */
export function traceRoutes(traces: TraceStore, experiments: ExperimentStore, allowDelete: boolean): Router {
    const router = Router();
    router.get(
        '/traces',
        endpoint(() => traces.all().map(trace => traceJson(trace)))
    );
    router.post(
        '/traces',
        endpoint(async request => {
            const parameters = Parameters.of(request.body);
            const [uri, name] = [parameters.text('uri'), parameters.optionalText('name')];
            return traceJson(await traces.open(uri, name, parameters.optionalTime('offset')));
        })
    );
    router.get(
        '/traces/:trace',
        endpoint(request => traceJson(traces.get(pathParameter(request, 'trace'))))
    );
    router.delete(
        '/traces/:trace',
        endpoint(async request => {
            const trace = traces.get(pathParameter(request, 'trace'));
            const fromDisk = request.query.deleteTrace === 'true';
            if (fromDisk && !allowDelete) {
                throw new TspError(
                    403,
                    'This server does not delete traces from disk.',
                    'Leave out deleteTrace, or start the server with --allow-delete.'
                );
            }
            if (experiments.uses(trace)) {
                throw new TspError(
                    409,
                    'The trace is in use by at least one experiment thus cannot be deleted.',
                    'Delete all experiments using this trace before deleting the trace.',
                    { trace: traceJson(trace) }
                );
            }
            if (fromDisk) {
                await deleteFromDisk(trace.path);
            }
            traces.close(trace.uuid);
            return traceJson(trace);
        })
    );
    return router;
}
