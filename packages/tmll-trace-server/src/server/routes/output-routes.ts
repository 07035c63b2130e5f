import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { AnyOutput } from '../../outputs/output';
import { annotationCategories, annotations } from '../annotations';
import type { Experiment } from '../experiments/experiment';
import type { ExperimentStore } from '../experiments/experiment-store';
import type { JsonValue } from '../json/write-json';
import { Parameters } from '../parameters';
import { tableColumns, tableLines } from '../tables';
import { genericSeries } from '../generic-xy';
import { graphArrows, graphStates, graphTooltip } from '../time-graphs';
import { outputTree } from '../trees';
import { cannotRun, TspError } from '../tsp-error';
import { xySeries } from '../xy';
import { completed, endpoint, pathParameter } from './endpoint';

type OutputOf<K extends AnyOutput['kind']> = Extract<AnyOutput, { kind: K }>;

/** The outputs of experiments, their trees, series, states, tables and styles. */
export function outputRoutes(experiments: ExperimentStore): Router {
    const router = Router();
    const base = '/experiments/:experiment/outputs';
    const experimentOf = (request: Request): Experiment => experiments.get(pathParameter(request, 'experiment'));

    router.get(
        base,
        endpoint(request => {
            const experiment = experimentOf(request);
            return experiment.outputs.map(output => experiment.descriptorOf(output));
        })
    );
    router.get(
        `${base}/:output`,
        endpoint(request => {
            const output = find(request);
            if (!output) {
                throw new TspError(404, "Data provider doesn't exist");
            }
            return experimentOf(request).descriptorOf(output);
        })
    );
    router.get(
        `${base}/:output/annotations`,
        checked((output, request) => annotationCategories(experimentOf(request), output))
    );
    router.post(
        `${base}/:output/annotations`,
        checked((output, request) => annotations(experimentOf(request), output, Parameters.of(request.body)))
    );
    router.post(
        `${base}/:output/style`,
        checked(output => completed({ styles: 'styles' in output ? (output.styles ?? {}) : {} }))
    );
    router.post(`${base}/XY/:output/tree`, data(['xy', 'scatter'], outputTree));
    router.post(`${base}/XY/:output/xy`, data(['xy', 'scatter'], xySeries));
    router.post(`${base}/genericXY/:output/tree`, data(['genericXy'], outputTree));
    router.post(`${base}/genericXY/:output/xy`, data(['genericXy'], genericSeries));
    router.post(`${base}/timeGraph/:output/tree`, data(['timeGraph'], outputTree));
    router.post(`${base}/timeGraph/:output/states`, data(['timeGraph'], graphStates));
    router.post(`${base}/timeGraph/:output/arrows`, data(['timeGraph'], graphArrows));
    router.post(`${base}/timeGraph/:output/tooltip`, data(['timeGraph'], graphTooltip));
    router.post(`${base}/data/:output/tree`, data(['data'], outputTree));
    router.post(`${base}/table/:output/columns`, data(['table'], tableColumns));
    router.post(`${base}/table/:output/lines`, data(['table'], tableLines));
    router.post(`${base}/:kind/:output/:part`, request => {
        experimentOf(request);
        throw cannotRun();
    });
    return router;

    function find(request: Request): AnyOutput | undefined {
        const id = pathParameter(request, 'output');
        return experimentOf(request).outputs.find(({ descriptor }) => descriptor.id === id);
    }

    /** What any output answers. */
    function checked(answer: (output: AnyOutput, request: Request) => JsonValue): RequestHandler {
        return endpoint(request => {
            const output = find(request);
            if (!output) {
                throw cannotRun();
            }
            return answer(output, request);
        });
    }

    /** What outputs of some kinds answer. */
    function data<K extends AnyOutput['kind']>(
        kinds: readonly K[],
        answer: (
            experiment: Experiment,
            output: OutputOf<K>,
            parameters: Parameters,
            signal: AbortSignal
        ) => JsonValue | Promise<JsonValue>
    ): RequestHandler {
        return endpoint((request, response) => {
            const experiment = experimentOf(request);
            const output = experiment.output(kinds, pathParameter(request, 'output'));
            return answer(experiment, output, Parameters.of(request.body), signalOf(response));
        });
    }
}

/** Aborted when the client goes away before it has its answer. */
function signalOf(response: Response): AbortSignal {
    const controller = new AbortController();
    response.once('close', () => controller.abort());
    return controller.signal;
}
