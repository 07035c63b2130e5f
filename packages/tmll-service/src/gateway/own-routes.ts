import { Request, RequestHandler, Response, Router } from 'express';
import { parseJson } from 'tmll-tsp';
import { JsonValue } from 'tmll-trace-server';
import { HttpError } from '../http/http-error';
import { configurationType, parseConfiguration } from './derived/configuration';
import { DerivedOutput } from './derived/derived-outputs';
import { groupDescriptor, moduleDescriptor, outputDescriptor, viewDescriptor } from './derived/descriptors';
import { GROUP_ID, isOwnId, OwnOutputId, parseOwnId } from './derived/output-ids';
import { GatewayContext } from './gateway';
import { outputsOf, viewOf } from './modules/registry';
import { KIND_OF, OutputView } from './outputs/output-view';
import { QueryParameters } from './outputs/query-parameters';
import { readBody } from './read-body';
import { sendJson, sendModel } from './tsp-answer';

type OutputPath = { experiment: string; output: string };

const OUTPUT = '/experiments/:experiment/outputs/:output';

/** The routes of the gateway's own outputs; what concerns the trace server's goes on to the next handler. */
export function ownRoutes(context: GatewayContext): Router {
    const router = Router();
    router.get(
        OUTPUT,
        own(async (request, response) => sendJson(response, await describe(context, request.params)))
    );
    router.get(
        `${OUTPUT}/configTypes`,
        own((request, response) => sendJson(response, [configurationType(moduleOf(context, request.params.output))]))
    );
    router.get(
        `${OUTPUT}/configTypes/:type`,
        own<OutputPath & { type: string }>((request, response) => {
            const { output, type } = request.params;
            const module = moduleOf(context, output);
            sendJson(response, type === output ? configurationType(module) : unknown(type));
        })
    );
    router.post(
        OUTPUT,
        own((request, response) => create(context, request).then(made => sendJson(response, made)))
    );
    router.delete(
        `${OUTPUT}/:derived`,
        own<OutputPath & { derived: string }>(async (request, response) => {
            const { experiment, derived } = request.params;
            const output = await find(context, experiment, derived);
            await context.derived.remove(experiment, output);
            sendJson(response, outputDescriptor(output));
        })
    );
    router.get(
        `${OUTPUT}/annotations`,
        own((_request, response) => sendModel(response, { annotationCategories: [] }))
    );
    router.post(
        `${OUTPUT}/annotations`,
        own((_request, response) => sendModel(response, { annotations: {} }))
    );
    router.post(
        `${OUTPUT}/style`,
        own((request, response) => {
            const { view } = resolve(request.params.output);
            sendModel(response, { styles: { ...view.styles } });
        })
    );
    router.all(
        '/experiments/:experiment/outputs/:kind/:output/:action',
        own<OutputPath & { kind: string; action: string }>(async (request, response) => {
            const { kind, output, action } = request.params;
            const { id, view } = resolve(output);
            const answer = view.answers[action];
            if (KIND_OF[view.type] !== kind || answer === undefined) {
                throw new HttpError(405, 'Analysis cannot run', `${output} has no ${kind}/${action}.`);
            }
            const body = request.method === 'GET' ? Buffer.alloc(0) : await readBody(request);
            const parameters = QueryParameters.of(body);
            const { experiment } = request.params;
            const { state } = await revived(context, experiment, await findById(context, experiment, id));
            if (state.status === 'done') {
                const result = (await context.loaded.get(state.resultId)) ?? unknown(output);
                sendView(context, response, output, () => answer(result, parameters));
            } else {
                sendModel(response, null, STATUS[state.status], state.message);
            }
        })
    );
    return router;
}

/** The model, or a failure in one sentence: a result that an older version stored may lack what is shown now. */
function sendView({ log }: GatewayContext, response: Response, output: string, compute: () => JsonValue): void {
    let model: JsonValue;
    try {
        model = compute();
    } catch (error) {
        if (error instanceof HttpError) {
            throw error;
        }
        log(`${output} cannot be shown: ${(error as Error).stack}`);
        sendModel(response, null, 'FAILED', 'The stored result cannot be shown; delete the output and make it again.');
        return;
    }
    sendModel(response, model);
}

const STATUS = { running: 'RUNNING', failed: 'FAILED', cancelled: 'CANCELLED' } as const;

/** Answers when the output of a path is ours, and else leaves it to the next handler. */
function own<P extends OutputPath = OutputPath>(
    handle: (request: Request<P>, response: Response) => void | Promise<void>
): RequestHandler<P> {
    return (request, response, next) => {
        if (isOwnId(request.params.output)) {
            return handle(request, response);
        }
        next();
    };
}

/** All our outputs of an experiment, for the list of outputs; groups before what they hold. */
export async function ownDescriptors({ modules, derived }: GatewayContext, experiment: string): Promise<JsonValue[]> {
    const outputs = await derived.list(experiment);
    return [
        groupDescriptor(),
        ...modules.flatMap(module => [
            moduleDescriptor(module),
            ...outputs
                .filter(output => output.module === module.id)
                .flatMap(output => [
                    outputDescriptor(output),
                    ...outputsOf(module.id).views.map(view => viewDescriptor(output, view))
                ])
        ])
    ];
}

async function describe(context: GatewayContext, { experiment, output }: OutputPath): Promise<JsonValue> {
    if (output === GROUP_ID) {
        return groupDescriptor();
    }
    const id = parseOwnId(output) ?? unknown(output);
    if (id.questionId === undefined) {
        return moduleDescriptor(moduleOf(context, output));
    }
    const derived = await findById(context, experiment, id);
    return id.view === undefined ? outputDescriptor(derived) : viewDescriptor(derived, resolve(output).view);
}

async function create(context: GatewayContext, request: Request<OutputPath>): Promise<JsonValue> {
    const { experiment, output } = request.params;
    const module = moduleOf(context, output);
    const { model, error } = parseJson((await readBody(request)).toString());
    if (error) {
        throw new HttpError(400, 'Wrong request', 'The body of the request is not JSON.');
    }
    const configuration = parseConfiguration(model, module.id);
    return outputDescriptor(await context.derived.create(experiment, module.id, configuration));
}

/** An output with the state that its analysis has once it was started again, where its result was gone. */
async function revived(
    { derived }: GatewayContext,
    experiment: string,
    output: DerivedOutput
): Promise<{ readonly state: Exclude<DerivedOutput['state'], { status: 'dormant' }> }> {
    const { state } = output;
    if (state.status !== 'dormant') {
        return { state };
    }
    await derived.revive(experiment, output);
    return { state: { status: 'running', message: '0 %: waiting' } };
}

function find(context: GatewayContext, experiment: string, output: string): Promise<DerivedOutput> {
    return findById(context, experiment, parseOwnId(output) ?? unknown(output));
}

async function findById(
    { derived }: GatewayContext,
    experiment: string,
    { module, questionId = '' }: OwnOutputId
): Promise<DerivedOutput> {
    const output = await derived.find(experiment, questionId);
    return output?.module === module ? output : unknown(questionId);
}

function resolve(output: string): { readonly id: OwnOutputId; readonly view: OutputView } {
    const id = parseOwnId(output) ?? unknown(output);
    if (id.view === undefined) {
        throw new HttpError(405, 'Analysis cannot run', `${output} is a group: choose one of the outputs in it.`);
    }
    return { id, view: viewOf(id.module, id.view) ?? unknown(output) };
}

function moduleOf({ modules }: GatewayContext, output: string): GatewayContext['modules'][number] {
    const id = parseOwnId(output);
    const module = modules.find(candidate => candidate.id === id?.module);
    if (module === undefined || id?.questionId !== undefined) {
        return unknown(output);
    }
    return module;
}

function unknown(what: string): never {
    throw new HttpError(404, "Data provider doesn't exist", `There is no output ${what}; list the outputs again.`);
}
