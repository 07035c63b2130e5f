import { type Request, Router } from 'express';
import type { AnyOutput } from '../../outputs/output';
import type { Experiment } from '../experiments/experiment';
import type { ExperimentStore } from '../experiments/experiment-store';
import type { JsonValue } from '../json/write-json';
import { Parameters, wrong } from '../parameters';
import { endpoint, pathParameter } from '../routes/endpoint';
import { TspError } from '../tsp-error';
import type { DerivedRequest } from './derived-outputs';

const MAX_TEXT = 1000;

/** Making outputs of others, and deleting those. */
export function derivedRoutes(experiments: ExperimentStore): Router {
    const router = Router();
    const base = '/experiments/:experiment/outputs/:output';
    const experimentOf = (request: Request): Experiment => experiments.get(pathParameter(request, 'experiment'));
    const parentOf = (request: Request): AnyOutput => {
        const id = pathParameter(request, 'output');
        const output = experimentOf(request).outputs.find(({ descriptor }) => descriptor.id === id);
        if (!output) {
            throw new TspError(404, "Data provider doesn't exist");
        }
        return output;
    };
    const types = ({ configuration }: AnyOutput): Record<string, JsonValue>[] => {
        if (!configuration) {
            return [];
        }
        const { id, name, description, schema } = configuration;
        return [{ id, name, description, schema: schema as JsonValue }];
    };
    router.get(
        `${base}/configTypes`,
        endpoint(request => types(parentOf(request)))
    );
    router.get(
        `${base}/configTypes/:type`,
        endpoint(request => {
            const found = types(parentOf(request)).find(({ id }) => id === pathParameter(request, 'type'));
            if (!found) {
                throw new TspError(404, "Configuration source type doesn't exist");
            }
            return found;
        })
    );
    router.post(
        base,
        endpoint(request => experimentOf(request).derived.create(parentOf(request), requestOf(request)) ?? null)
    );
    router.delete(
        `${base}/:derived`,
        endpoint(request => experimentOf(request).derived.delete(parentOf(request), pathParameter(request, 'derived')))
    );
    return router;
}

function requestOf(request: Request): DerivedRequest {
    const body = Parameters.ofWhole(request.body);
    const name = body.text('name');
    const description = body.optionalText('description') ?? '';
    for (const [key, text] of Object.entries({ name, description })) {
        if (text.length > MAX_TEXT) {
            throw wrong(key, `a text of at most ${MAX_TEXT} characters`);
        }
    }
    const parameters = Object.fromEntries(body.object('parameters').entries()) as DerivedRequest['parameters'];
    return { name, description, sourceTypeId: body.optionalText('sourceTypeId'), parameters };
}
