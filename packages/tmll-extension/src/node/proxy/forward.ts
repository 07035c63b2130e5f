import * as http from 'http';

/** Hop-by-hop headers (RFC 9110, 7.6.1) belong to one connection; those of CORS would open our origin to other pages. */
const NOT_FORWARDED = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|access-control-.*)$/i;

/** Where a request is sent on to. */
export interface ForwardTarget {
    readonly host: string;
    readonly port: number;
    readonly path: string;
    /** Keeps connections open between requests. */
    readonly agent: http.Agent;
}

/**
 * Sends a request on and its answer back, byte by byte, as a stream. When the asking side goes away, so does the request.
 * @param onUnreachable called instead of an answer when the target cannot be reached
 */
export function forward(
    request: http.IncomingMessage,
    response: http.ServerResponse,
    target: ForwardTarget,
    onUnreachable: (error: Error) => void
): void {
    const onward = http.request(
        { ...target, method: request.method, headers: forwardedRequestHeaders(request.headers, target) },
        answer => {
            response.writeHead(answer.statusCode ?? 502, forwardedHeaders(answer.headers));
            answer.pipe(response);
            // A broken answer must not look like a complete one.
            answer.on('aborted', () => response.destroy());
        }
    );
    onward.on('error', error => {
        if (response.headersSent || response.destroyed) {
            response.destroy();
        } else {
            onUnreachable(error);
        }
    });
    response.on('close', () => {
        if (!response.writableFinished) {
            onward.destroy();
        }
    });
    request.pipe(onward);
}

function forwardedHeaders(headers: http.IncomingHttpHeaders): http.OutgoingHttpHeaders {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_FORWARDED.test(name)));
}

/** Cookies are Theia's own business; to the target the request comes from this process, from no page. */
function forwardedRequestHeaders(headers: http.IncomingHttpHeaders, target: ForwardTarget): http.OutgoingHttpHeaders {
    const forwarded = forwardedHeaders(headers);
    for (const name of ['cookie', 'origin', 'referer']) {
        delete forwarded[name];
    }
    return { ...forwarded, host: `${target.host}:${target.port}` };
}
