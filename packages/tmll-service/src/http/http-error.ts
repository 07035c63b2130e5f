import { ErrorRequestHandler } from 'express';
import { TspError } from 'tmll-tsp';
import { ErrorBody } from '../protocol';
import { Log } from '../service/log';

/** A refusal: its status and what the caller reads. */
export class HttpError extends Error {
    constructor(
        readonly status: number,
        readonly title: string,
        readonly detail: string
    ) {
        super(detail);
        this.name = 'HttpError';
    }

    get body(): ErrorBody {
        return { title: this.title, detail: this.detail };
    }
}

/** Answers every error as `{ title, detail }`; what was not foreseen is logged and says nothing of the inside. */
export function answerErrors(log: Log): ErrorRequestHandler {
    return (error, request, response, next) => {
        if (response.headersSent) {
            // Express then ends the connection, so that the client does not take the half for the whole.
            next(error);
            return;
        }
        const refusal = toHttpError(error);
        if (refusal.status === 500) {
            log(`${request.method} ${request.path}: ${error instanceof Error ? error.stack : String(error)}`);
        }
        response.status(refusal.status).json(refusal.body);
    };
}

/** The errors of express's body parser carry a `type`; they are the caller's. */
function toHttpError(error: unknown): HttpError {
    if (error instanceof HttpError) {
        return error;
    }
    if (error instanceof TspError) {
        // A refusal of the trace server is the caller's affair, e.g. 404 for an unknown experiment; its faults are not.
        const isRefusal = error.status !== undefined && error.status >= 400 && error.status < 500;
        return new HttpError(isRefusal ? error.status : 503, 'Trace server', error.message);
    }
    switch ((error as { type?: unknown }).type) {
        case 'entity.too.large':
            return new HttpError(413, 'Request too large', 'The request is larger than the service accepts.');
        case 'entity.parse.failed':
            return new HttpError(400, 'Wrong request', 'The body of the request is not JSON.');
        case 'charset.unsupported':
        case 'encoding.unsupported':
            return new HttpError(
                415,
                'Wrong request',
                'The body of the request must be JSON in UTF-8, not compressed otherwise.'
            );
    }
    return new HttpError(500, 'Internal error', 'The service made a mistake; its log tells more.');
}
