import type { IncomingMessage, ServerResponse } from 'http';

/** What a page from a file names as its origin: always the one, by newer rules the other. */
const FILE_ORIGINS: ReadonlySet<string | undefined> = new Set(['file://', 'null']);

/**
 * Lets a page that comes from a file, as Electron's windows do, read the answer to a request. Whether it gets one is another
 * matter: it proves by its cookie who it is.
 * @returns whether the request only asks for leave to be sent (a preflight of CORS, which carries no cookie)
 */
export function admitFilePage({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
    const { origin } = headers;
    if (origin === undefined || !FILE_ORIGINS.has(origin)) {
        return false;
    }
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Vary', 'Origin');
    if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) {
        return false;
    }
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
    response.setHeader('Access-Control-Allow-Headers', headers['access-control-request-headers'] ?? '');
    return true;
}
