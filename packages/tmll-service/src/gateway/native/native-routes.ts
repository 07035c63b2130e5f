import { Request, RequestHandler, Response, Router } from 'express';
import { JsonValue, writeJson } from 'tmll-trace-server';
import { HttpError } from '../../http/http-error';
import { GatewayContext } from '../gateway';
import { JsonText } from '../json/json-text';
import { QueryParameters } from '../outputs/query-parameters';
import { ownDescriptors } from '../own-routes';
import { readBody } from '../read-body';
import { sendJson, sendModel } from '../tsp-answer';
import { AnswerTooLarge, sendAnswer, UpstreamAnswer } from '../upstream';
import { CurrentResults } from './current-results';
import { FindingBookmark, findingBookmarks } from './finding-bookmarks';
import {
    addAnnotations,
    addToModel,
    annotationsOf,
    categoriesOf,
    categoryOf,
    MARKER_SET,
    splitAnnotations
} from './native-annotations';
import { addSeries, overlaysAlone, splitRequest } from './native-series';
import { addToTree } from './native-tree';

const EXPERIMENT = '/experiments/:experiment';
const OUTPUT = `${EXPERIMENT}/outputs/:output`;

/** Trace Compass has annotations at once or never: what it says late is not worth a wait. */
const ANNOTATIONS_MS = 5000;

const NOTHING: CurrentResults = { overlays: new Map(), findings: [] };

type Handler = RequestHandler<{ experiment: string; output: string }>;

/** What the gateway adds to the answers of the trace server; what it cannot add to passes as it is. */
export function nativeRoutes(context: GatewayContext): Router {
    const router = Router();
    router.get(`${EXPERIMENT}/outputs`, listOutputs(context));
    router.get(`${EXPERIMENT}/outputs/markerSets`, listMarkerSets(context));
    router.post(`${EXPERIMENT}/outputs/XY/:output/tree`, tree(context));
    router.post(`${EXPERIMENT}/outputs/XY/:output/xy`, series(context));
    router.get(`${OUTPUT}/annotations`, listCategories(context));
    router.post(`${OUTPUT}/annotations`, annotations(context));
    router.get(`${EXPERIMENT}/bookmarks`, listBookmarks(context));
    router.all(`${EXPERIMENT}/bookmarks/:bookmark`, bookmark(context));
    return router;
}

function listOutputs(context: GatewayContext): Handler {
    return async (request, response) => {
        const answer = await ask(context, request, response);
        const json = new JsonText(answer.body);
        const list = json.find([]);
        if (answer.status !== 200 || !list || !json.text(list).startsWith('[')) {
            sendAnswer(response, answer);
            return;
        }
        // The list is more than what we add to it.
        const own = await ownDescriptors(context, request.params.experiment).catch(() => []);
        sendAnswer(response, answer, json.replace([json.append(list, own.map(writeJson))]));
    };
}

function listMarkerSets(context: GatewayContext): Handler {
    return async (request, response) => {
        const answer = await askBriefly(context, request, response);
        const added = answer && answer.status === 200 ? addToModel(answer.body, [], [MARKER_SET]) : undefined;
        sendMerged(response, answer, added, [MARKER_SET]);
    };
}

function tree(context: GatewayContext): Handler {
    return async (request, response) => {
        const body = await readBody(request);
        const { overlays } = await currentOf(context, request);
        const own = overlays.get(request.params.output) ?? [];
        if (own.length === 0) {
            return context.upstream.pass(request, response, body);
        }
        const answer = await askOrPass(context, request, response, body);
        if (answer) {
            sendAnswer(response, answer, (answer.status === 200 && addToTree(answer.body, own)) || answer.body);
        }
    };
}

function series(context: GatewayContext): Handler {
    return async (request, response) => {
        const body = await readBody(request);
        const split = splitRequest(body);
        if (split === undefined) {
            return context.upstream.pass(request, response, body);
        }
        const { overlays } = await currentOf(context, request);
        const own = (overlays.get(request.params.output) ?? []).filter(({ entryId }) => split.own.includes(entryId));
        const parameters = QueryParameters.of(body);
        if (split.left === 0) {
            sendModel(response, overlaysAlone(own, parameters));
            return;
        }
        const answer = await askOrPass(context, request, response, split.body);
        if (answer) {
            const added = answer.status === 200 ? addSeries(answer.body, own, parameters) : undefined;
            sendAnswer(response, answer, added);
        }
    };
}

function listCategories(context: GatewayContext): Handler {
    return async (request, response) => {
        const { markerSetId } = request.query;
        const { findings } = await currentOf(context, request);
        const own = categoriesOf(findings, context.modules);
        if (markerSetId === MARKER_SET.id) {
            sendModel(response, { annotationCategories: own });
            return;
        }
        if (own.length === 0 || (markerSetId !== undefined && markerSetId !== '')) {
            return context.upstream.pass(request, response);
        }
        const answer = await askBriefly(context, request, response);
        const added = answer?.status === 200 ? addToModel(answer.body, ['annotationCategories'], own) : undefined;
        sendMerged(response, answer, added, { annotationCategories: own });
    };
}

function annotations(context: GatewayContext): Handler {
    return async (request, response) => {
        const body = await readBody(request);
        const { findings } = await currentOf(context, request);
        const categories = new Set(context.modules.map(({ id }) => categoryOf(id, context.modules)));
        const split = splitAnnotations(body, category => categories.has(category));
        if (!split.own || (findings.length === 0 && split.body?.equals(body))) {
            return context.upstream.pass(request, response, body);
        }
        const own = annotationsOf(findings, context.modules, QueryParameters.of(body));
        const answer = split.body && (await askBriefly(context, request, response, split.body));
        const added = answer?.status === 200 ? addAnnotations(answer.body, own) : undefined;
        sendMerged(response, answer, added, { annotations: own });
    };
}

function listBookmarks(context: GatewayContext): Handler {
    return async (request, response) => {
        const answer = await ask(context, request, response);
        const text = answer.body.toString().trim();
        const hasNone =
            answer.status === 404 || answer.status === 405 || (answer.status === 200 && /^\[\s*\]$/.test(text));
        const own = hasNone ? findingBookmarks((await currentOf(context, request)).findings) : [];
        if (own.length > 0) {
            sendJson(response, own);
        } else {
            sendAnswer(response, answer);
        }
    };
}

/** Bookmarks of findings can be read; they go when their result does. */
function bookmark(context: GatewayContext): RequestHandler<{ experiment: string; bookmark: string }> {
    return async (request, response, next) => {
        const { findings } = await currentOf(context, request);
        const own: FindingBookmark | undefined = findingBookmarks(findings).find(
            ({ uuid }) => uuid === request.params.bookmark
        );
        if (own === undefined) {
            next();
        } else if (request.method === 'GET') {
            sendJson(response, own);
        } else {
            const detail =
                'The bookmark shows a finding; delete the result of the analysis, or make a bookmark of your own.';
            throw new HttpError(405, 'Bookmark of a finding', detail);
        }
    };
}

/** The trace server's answer with ours in it, or ours alone where it has none. */
function sendMerged(
    response: Response,
    answer: UpstreamAnswer | undefined,
    merged: Buffer | undefined,
    own: JsonValue
): void {
    if (answer && merged) {
        sendAnswer(response, answer, merged);
    } else {
        sendModel(response, own);
    }
}

/** What results draw on the charts of an experiment; nothing when that cannot be told, for the trace server's answer goes first. */
async function currentOf(context: GatewayContext, request: Request<{ experiment: string }>): Promise<CurrentResults> {
    try {
        return await context.current.get(request.params.experiment);
    } catch {
        return NOTHING;
    }
}

function ask(
    { upstream }: GatewayContext,
    request: Request<{ experiment: string }>,
    response: Response,
    body?: Buffer,
    answerMs?: number
): Promise<UpstreamAnswer> {
    const gone = new AbortController();
    response.on('close', () => response.writableFinished || gone.abort());
    const { url: path, method, headers } = request;
    return upstream.ask({ path, method, headers, body, answerMs, signal: gone.signal });
}

/** As `ask`; an answer that is too large to add to passes as it is, and undefined says that it did. */
async function askOrPass(
    ...[context, request, response, body]: Parameters<typeof ask>
): Promise<UpstreamAnswer | undefined> {
    try {
        return await ask(context, request, response, body);
    } catch (error) {
        if (error instanceof AnswerTooLarge) {
            await context.upstream.pass(request, response, body);
            return undefined;
        }
        throw error;
    }
}

/** As `ask`, but undefined when there is no answer soon. */
async function askBriefly(
    ...[context, request, response, body]: Parameters<typeof ask>
): Promise<UpstreamAnswer | undefined> {
    try {
        return await ask(context, request, response, body, ANNOTATIONS_MS);
    } catch (error) {
        if (error instanceof HttpError) {
            return undefined;
        }
        throw error;
    }
}
