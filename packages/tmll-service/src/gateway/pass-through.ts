import { RequestHandler } from 'express';
import { Upstream } from './upstream';

/**
 * Hands requests to the trace server as they are and its answers back as they are. Mount it where the trace server's base URL
 * is to appear.
 */
export function passThrough(upstream: Upstream): RequestHandler {
    return (request, response) => upstream.pass(request, response);
}
