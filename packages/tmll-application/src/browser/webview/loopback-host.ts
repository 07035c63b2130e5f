const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(?=:\d+$|$)/;

/** Whether a page comes from this machine. @param host of the page, with its port */
export function isLoopback(host: string): boolean {
    return LOOPBACK.test(host);
}

/**
 * Where the webviews of a page from loopback come from: another port of the same host, which is another origin and the same
 * site, as service workers in frames want it; else names below `localhost`, which are loopback in a browser (RFC 6761).
 * @param host of the page, with its port
 * @param port the port for webviews, undefined when there is none that can be reached
 * @returns a pattern as Theia has it for webviews
 */
export function loopbackPattern(host: string, port: number | undefined): string {
    return port === undefined
        ? `{{uuid}}.webview.${host.replace(LOOPBACK, 'localhost')}`
        : `${LOOPBACK.exec(host)?.[1]}:${port}`;
}
