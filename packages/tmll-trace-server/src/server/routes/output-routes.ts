import { type Request, type Response, Router } from 'express';
import type { Experiment } from '../experiments/experiment';
import type { ExperimentStore } from '../experiments/experiment-store';
import type { JsonValue } from '../json/write-json';
import { Parameters } from '../parameters';
import { cannotRun, TspError } from '../tsp-error';
import { tableColumns, tableLines } from '../tables';
import { outputTree } from '../trees';
import { xySeries } from '../xy';
import { completed, endpoint, pathParameter } from './endpoint';

/** The outputs of experiments, their trees, series, tables and styles. */
export function outputRoutes(experiments: ExperimentStore): Router {
    const router = Router();
    const base = '/experiments/:experiment/outputs';
    const experimentOf = (request: Request): Experiment => experiments.get(pathParameter(request, 'experiment'));

    router.get(
        base,
        endpoint(request => experimentOf(request).outputs.map(({ descriptor }) => ({ ...descriptor })))
    );
    router.get(
        `${base}/:output`,
        endpoint(request => {
            const id = pathParameter(request, 'output');
            const output = experimentOf(request).outputs.find(({ descriptor }) => descriptor.id === id);
            if (!output) {
                throw new TspError(404, "Data provider doesn't exist");
            }
            return { ...output.descriptor };
        })
    );
    router.get(
        `${base}/:output/configTypes`,
        endpoint(request => checked(request, () => []))
    );
    router.get(
        `${base}/:output/annotations`,
        endpoint(request => checked(request, () => completed(null)))
    );
    router.post(
        `${base}/:output/annotations`,
        endpoint(request => checked(request, () => completed({ annotations: {} })))
    );
    router.post(
        `${base}/:output/style`,
        endpoint(request =>
            checked(request, output => completed({ styles: output.kind === 'xy' ? (output.styles ?? {}) : {} }))
        )
    );
    router.post(
        `${base}/XY/:output/tree`,
        endpoint(request => {
            const experiment = experimentOf(request);
            const output = experiment.output('xy', pathParameter(request, 'output'));
            return outputTree(experiment, output, Parameters.of(request.body));
        })
    );
    router.post(
        `${base}/XY/:output/xy`,
        endpoint((request, response) => {
            const experiment = experimentOf(request);
            const output = experiment.output('xy', pathParameter(request, 'output'));
            return xySeries(experiment, output, Parameters.of(request.body), signalOf(response));
        })
    );
    router.post(
        `${base}/data/:output/tree`,
        endpoint(request => {
            const experiment = experimentOf(request);
            const output = experiment.output('data', pathParameter(request, 'output'));
            return outputTree(experiment, output, Parameters.of(request.body));
        })
    );
    router.post(
        `${base}/table/:output/columns`,
        endpoint(request => {
            const experiment = experimentOf(request);
            return tableColumns(experiment, experiment.output('table', pathParameter(request, 'output')));
        })
    );
    router.post(
        `${base}/table/:output/lines`,
        endpoint((request, response) => {
            const experiment = experimentOf(request);
            const output = experiment.output('table', pathParameter(request, 'output'));
            return tableLines(experiment, output, Parameters.of(request.body), signalOf(response));
        })
    );
    router.post(`${base}/:kind/:output/:part`, request => {
        experimentOf(request);
        throw cannotRun();
    });
    return router;

    function checked(request: Request, answer: (output: Experiment['outputs'][number]) => JsonValue): JsonValue {
        const id = pathParameter(request, 'output');
        const output = experimentOf(request).outputs.find(({ descriptor }) => descriptor.id === id);
        if (!output) {
            throw cannotRun();
        }
        return answer(output);
    }
}

/** Aborted when the client goes away before it has its answer. */
function signalOf(response: Response): AbortSignal {
    const controller = new AbortController();
    response.once('close', () => controller.abort());
    return controller.signal;
}
