import type { Express, NextFunction, Request, Response } from 'express';
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the module exports a function, not an object
import express = require('express');
import { bookmarkRoutes } from './bookmarks/bookmark-routes';
import type { BookmarkStore } from './bookmarks/bookmark-store';
import { eventStreamRoutes } from './event-stream/event-stream-routes';
import { derivedRoutes } from './derived/derived-routes';
import type { ExperimentStore } from './experiments/experiment-store';
import { parseJson } from '../json/parse-json';
import { type AllowedClients, requestGuard } from './request-guard';
import { sendJson } from './routes/endpoint';
import { experimentRoutes } from './routes/experiment-routes';
import { outputRoutes } from './routes/output-routes';
import { serverRoutes } from './routes/server-routes';
import { traceRoutes } from './routes/trace-routes';
import type { TraceStore } from './traces/trace-store';
import { TspError } from './tsp-error';

/** Where TSP begins in the server's address. */
export const API_PATH = '/tsp/api';
/** Enough for a request that names 300,000 entries. */
const MAX_BODY = '4mb';

/** What the server knows. */
export interface Stores {
    readonly traces: TraceStore;
    readonly experiments: ExperimentStore;
    readonly bookmarks: BookmarkStore;
}

/** The HTTP application: who may ask, what is asked, and how errors are answered. */
export function createApp({ traces, experiments, bookmarks }: Stores, allowed: AllowedClients): Express {
    const app = express();
    app.disable('x-powered-by');
    app.disable('etag');
    app.use(requestGuard(allowed));
    app.use(express.text({ type: () => true, limit: MAX_BODY }), readBody);
    app.use(
        API_PATH,
        serverRoutes(),
        traceRoutes(traces, experiments, allowed.allowDelete ?? false),
        experimentRoutes(traces, experiments),
        bookmarkRoutes(experiments, bookmarks),
        eventStreamRoutes(experiments),
        derivedRoutes(experiments),
        outputRoutes(experiments)
    );
    app.use((request: Request) => {
        throw new TspError(404, `This trace server has nothing at ${request.method} ${request.path}.`);
    });
    app.use(answerError);
    return app;
}

/** Bodies are read as text and parsed here: times do not fit the numbers of the engine's own parser. */
function readBody(request: Request, _response: Response, next: NextFunction): void {
    if (typeof request.body === 'string' && request.body !== '') {
        try {
            request.body = parseJson(request.body);
        } catch {
            throw new TspError(400, 'The body of the request is not JSON.');
        }
    }
    next();
}

/** Express knows an error handler by its four parameters. */
function answerError(error: unknown, _request: Request, response: Response, next: NextFunction): void {
    if (response.headersSent) {
        next(error);
    } else if (response.closed || response.destroyed) {
        // The client left; that is what ended the work.
        next();
    } else {
        const answer = toTspError(error);
        sendJson(response, answer.status, answer.toJson());
    }
}

function toTspError(error: unknown): TspError {
    if (error instanceof TspError) {
        return error;
    }
    const { status, message } = error as { status?: unknown; message?: unknown };
    // Express's own errors (a body that is too large, a broken path) carry a status below 500 and say what is wrong.
    if (typeof status === 'number' && status >= 400 && status < 500) {
        return new TspError(status, String(message));
    }
    return new TspError(500, `The trace server failed: ${String(message ?? error)}`);
}
