import type { IncomingHttpHeaders } from 'http';

/**
 * Whether a request comes from a page of this very application, or from no page at all. A browser says in `Sec-Fetch-Site`
 * and, for all that changes something, in `Origin` which page asks; other programs of the machine say neither.
 *
 * Theia's cookie (`HttpConnectionValidator`) is not used here: two applications on ports of the same host overwrite each
 * other's.
 * @param hosts the hosts the application is known to be served at (`THEIA_HOSTS`); without any the request's own `Host` counts
 */
export function isSameOrigin(headers: IncomingHttpHeaders, hosts: ReadonlySet<string>): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') {
        return false;
    }
    if (headers.origin === undefined) {
        return true;
    }
    const origin = hostOf(headers.origin);
    return origin !== undefined && (hosts.size > 0 ? hosts.has(origin) : origin === headers.host);
}

function hostOf(origin: string): string | undefined {
    try {
        return new URL(origin).host || undefined;
    } catch {
        // `null`: the origin of a sandboxed page.
        return undefined;
    }
}
