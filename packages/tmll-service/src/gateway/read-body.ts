import { Request } from 'express';
import { HttpError } from '../http/http-error';

/** A data request is a few kilobytes; one that asks for ten thousands of entries some hundred. */
const LIMIT_BYTES = 4 * 1024 * 1024;

/**
 * The body of a request, as it came.
 * @throws HttpError 413 when it is too large
 */
export async function readBody(request: Request): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > LIMIT_BYTES) {
            throw new HttpError(
                413,
                'Request too large',
                'The body of the request is larger than the gateway accepts.'
            );
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
