import type { NextFunction, Request, Response } from 'express';
import { TspError } from './tsp-error';

/** Who may talk to the server, besides this machine. */
export interface AllowedClients {
    /** Further names of the server that a `Host` header may carry, without port. */
    readonly hosts: readonly string[];
    /** Further origins of web pages, e.g. `https://ide.example.org`. */
    readonly origins: readonly string[];
    /** Whether they may delete traces from disk; default: no. */
    readonly allowDelete?: boolean;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const METHODS = 'GET, POST, PUT, DELETE, OPTIONS';

/**
 * Lets requests pass that come from this machine. A web page elsewhere can make a browser here send requests: it gives itself
 * away by its `Origin`, or, when it had its name point to this machine, by its `Host`.
 */
export function requestGuard(allowed: AllowedClients) {
    return (request: Request, response: Response, next: NextFunction): void => {
        const host = hostOf(`http://${request.headers.host ?? ''}`);
        if (host === undefined || !(isLoopback(host) || allowed.hosts.includes(host))) {
            throw new TspError(403, 'This trace server answers requests to its own address only.');
        }
        const { origin } = request.headers;
        if (origin !== undefined) {
            if (!isAllowedOrigin(origin, allowed)) {
                throw new TspError(403, `Web pages of ${origin} may not use this trace server.`);
            }
            response.setHeader('Access-Control-Allow-Origin', origin);
            response.setHeader('Vary', 'Origin');
        }
        if (request.method === 'OPTIONS') {
            response.setHeader('Access-Control-Allow-Methods', METHODS);
            response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Accept');
            response.status(204).end();
            return;
        }
        next();
    };
}

function isAllowedOrigin(origin: string, { origins }: AllowedClients): boolean {
    if (origins.includes(origin) || origin.startsWith('vscode-webview://')) {
        return true;
    }
    const host = /^https?:/.test(origin) ? hostOf(origin) : undefined;
    return host !== undefined && isLoopback(host);
}

/** `*.localhost` never leaves the machine either (RFC 6761); Theia serves webviews from such names. */
function isLoopback(host: string): boolean {
    return LOOPBACK.has(host) || host.endsWith('.localhost');
}

function hostOf(url: string): string | undefined {
    return URL.canParse(url) ? new URL(url).hostname : undefined;
}
