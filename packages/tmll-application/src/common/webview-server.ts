/** Path of the RPC channel between a window and the backend. */
export const WEBVIEW_SERVER_PATH = '/services/tmll-webview-server';

/** A second port of the backend, on loopback, that serves the frame of webviews and nothing else. */
export const WebviewServer = Symbol('WebviewServer');
export interface WebviewServer {
    /** The port; undefined when it could not be had. */
    port(): Promise<number | undefined>;
}
