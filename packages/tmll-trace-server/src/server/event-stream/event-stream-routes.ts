import { type Response, Router } from 'express';
import type { ExperimentStore } from '../experiments/experiment-store';
import { Parameters } from '../parameters';
import { pathParameter } from '../routes/endpoint';
import { missing, TspError } from '../tsp-error';
import { type EventStreamQuery, eventFrames } from './stream-events';

const MEDIA_TYPE = 'application/vnd.tmll.events';
/** More words in a request are no sensible one. */
const MAX_NAMES = 1000;

/** Events by columns, for those who look at millions of them (docs/protocol.md, "Event stream"): an addition to TSP. */
export function eventStreamRoutes(experiments: ExperimentStore): Router {
    const router = Router();
    router.post('/experiments/:experiment/tmll/events', async (request, response) => {
        const experiment = experiments.get(pathParameter(request, 'experiment'));
        const query = queryOf(Parameters.of(request.body));
        response.setHeader('Content-Type', MEDIA_TYPE);
        const traces = experiment.traces.map(({ opened }) => opened.trace);
        for await (const frame of eventFrames(traces, query)) {
            if (!(await sent(response, frame))) {
                return;
            }
        }
        response.end();
    });
    return router;
}

/** @throws TspError 400 for missing or wrong parameters */
function queryOf(parameters: Parameters): EventStreamQuery {
    const types = names(parameters, 'types');
    if (types.length === 0) {
        throw missing('types');
    }
    const fields = parameters.has('fields') ? names(parameters, 'fields') : [];
    if (!parameters.has('requested_timerange')) {
        return { types, fields };
    }
    const range = parameters.object('requested_timerange');
    return { types, fields, start: range.time('start'), end: range.time('end') };
}

function names(parameters: Parameters, name: string): string[] {
    const texts = parameters.texts(name);
    if (texts.length > MAX_NAMES) {
        throw new TspError(400, `Parameter ${name} may have 1,000 names, not ${texts.length}.`, 'Ask for fewer.');
    }
    return [...new Set(texts)];
}

/** Sends bytes, no faster than they are read; false when the client is gone. */
async function sent(response: Response, bytes: Buffer): Promise<boolean> {
    if (!response.destroyed && !response.write(bytes)) {
        await new Promise<void>(resolve => {
            const settle = (): void => {
                response.off('drain', settle).off('close', settle);
                resolve();
            };
            response.on('drain', settle).on('close', settle);
        });
    }
    return !response.destroyed;
}
