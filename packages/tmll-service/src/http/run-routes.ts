import { Router } from 'express';
import { Run } from '../protocol';
import { ExperimentDescription } from '../results/describe-experiment';
import { isStale } from '../results/trace-identity';
import { RunRecord, RunStore } from '../runs/run-store';
import { ServiceEvents } from '../service/service-events';
import { answer } from './answer';
import { HttpError } from './http-error';

/** What the routes of runs answer from. */
export interface RunRoutesOptions {
    readonly runs: RunStore;
    readonly events: ServiceEvents;
    /** @throws TspError when the trace server does not know the experiment */
    readonly describeExperiment: (experimentId: string) => Promise<ExperimentDescription>;
}

/** The paths below `/tmll/runs`: the history of traces. */
export function runRoutes({ runs, events, describeExperiment }: RunRoutesOptions): Router {
    const router = Router();
    router.get('/', async (request, response) => {
        const traces = await describeExperiment(oneExperiment(request.query.experiment));
        answer(
            response,
            (await runs.list(traces)).map(record => toRun(record, traces))
        );
    });
    router.delete('/:id', async (request, response) => {
        const run = await runs.find(request.params.id);
        if (!run) {
            throw new HttpError(404, 'Run not found', `There is no run ${request.params.id}; it was deleted already.`);
        }
        await forgetRuns([run], { runs, events });
        response.status(204).end();
    });
    return router;
}

/** Forgets runs and says so. */
export async function forgetRuns(
    forgotten: readonly RunRecord[],
    { runs, events }: Pick<RunRoutesOptions, 'runs' | 'events'>
): Promise<void> {
    for (const { id } of forgotten) {
        await runs.delete(id);
        events.emit({ type: 'run-deleted', runId: id });
    }
}

/**
 * The experiment that a query names.
 * @throws HttpError 400 when it names none, or several
 */
export function oneExperiment(id: unknown): string {
    if (typeof id !== 'string') {
        throw new HttpError(400, 'Wrong request', 'Ask for one experiment at a time: ?experiment=UUID.');
    }
    return id;
}

function toRun(record: RunRecord, traces: ExperimentDescription): Run {
    const { id, state, request, resultId, error, createdAt, startedAt, finishedAt } = record;
    return {
        ...{ id, state, resultId, error, createdAt, startedAt, finishedAt },
        request: { ...request, experimentId: traces.id },
        stale: isStale(traces, record)
    };
}
