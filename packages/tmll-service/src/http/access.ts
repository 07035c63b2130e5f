import { createHash, timingSafeEqual } from 'node:crypto';
import { RequestHandler } from 'express';
import { HttpError } from './http-error';

/** Webviews of VS Code have origins of a scheme that no web page can have. */
const WEBVIEW = 'vscode-webview://';
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Lets only requests through that carry the token, as `Authorization: Bearer <token>`. The time of the comparison tells
 * nothing of the token, because digests of equal length are compared.
 */
export function requireToken(token: string): RequestHandler {
    const expected = digest(`Bearer ${token}`);
    return (request, _response, next) => {
        if (!timingSafeEqual(expected, digest(request.headers.authorization ?? ''))) {
            throw new HttpError(
                401,
                'Not authorized',
                'The request lacks the token of the service; hosts read it from service.json in the folder of the user.'
            );
        }
        next();
    };
}

/**
 * Refuses what a web page elsewhere could make a browser send: requests under a name that is not ours (DNS rebinding) and
 * requests from pages of foreign origin.
 * @param hosts names under which the service may be called beside those of the loopback interface
 */
export function refuseForeign(hosts: readonly string[] = []): RequestHandler {
    const known = new Set([...LOOPBACK, ...hosts]);
    return (request, _response, next) => {
        const { host, origin } = request.headers;
        if (host === undefined || !isKnown(known, hostName(`http://${host}`))) {
            throw new HttpError(403, 'Foreign host', 'The service answers only to the name of this machine.');
        }
        if (origin !== undefined && !origin.startsWith(WEBVIEW) && !isKnown(known, hostName(origin))) {
            throw new HttpError(403, 'Foreign origin', 'The service answers only to pages of this machine.');
        }
        next();
    };
}

/**
 * Lets the pages that came through `refuseForeign` read the answers: those of another port of this machine, and the webviews in
 * which trace viewers run. Answers the question before a request (preflight) itself, for trace servers may not.
 */
export function allowPages(): RequestHandler {
    return (request, response, next) => {
        const { origin } = request.headers;
        if (origin === undefined) {
            next();
            return;
        }
        response.setHeader('access-control-allow-origin', origin);
        response.setHeader('vary', 'Origin');
        if (request.method === 'OPTIONS') {
            response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE, OPTIONS');
            response.setHeader('access-control-allow-headers', 'Content-Type, Accept');
            response.status(204).end();
            return;
        }
        next();
    };
}

/** `*.localhost` never leaves the machine either (RFC 6761); Theia serves webviews from such names. */
function isKnown(known: ReadonlySet<string>, host: string): boolean {
    return known.has(host) || host.endsWith('.localhost');
}

function digest(text: string): Buffer {
    return createHash('sha256').update(text).digest();
}

/** Host name of a URL as in the `Host` header, in lower case, empty when the URL makes no sense. */
function hostName(url: string): string {
    return URL.canParse(url) ? new URL(url).hostname : '';
}
