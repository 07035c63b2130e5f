import { environment } from '@theia/core/shared/@theia/application-package/lib/environment';
import { Endpoint } from '@theia/core/lib/browser/endpoint';
import { inject, injectable } from '@theia/core/shared/inversify';
import { WebviewEnvironment } from '@theia/plugin-ext/lib/main/browser/webview/webview-environment';
import { WebviewExternalEndpoint } from '@theia/plugin-ext/lib/main/common/webview-protocol';
import { WebviewServer } from '../../common/webview-server';
import { isLoopback, loopbackPattern } from './loopback-host';

/** How long the port for webviews may take to show that it is there, in ms. */
const REACH_LIMIT_MS = 3_000;

/**
 * Gives webviews an origin of their own where the page comes from loopback, as `npm start` serves it (ADR 11). Everywhere else Theia's
 * way holds: names below the page's own, or what `THEIA_WEBVIEW_EXTERNAL_ENDPOINT` says.
 */
@injectable()
export class LoopbackWebviewEnvironment extends WebviewEnvironment {
    @inject(WebviewServer)
    protected readonly server: WebviewServer;

    protected override async doInit(): Promise<void> {
        this._hostPatternPromise = this.getHostPattern();
        try {
            const pattern = await this.hostPatternPromise;
            const { host } = new Endpoint();
            const isDefault = pattern === WebviewExternalEndpoint.defaultPattern && !environment.electron.is();
            const used = isDefault && isLoopback(host) ? loopbackPattern(host, await this.reachablePort()) : pattern;
            this.externalEndpointHost.resolve(used.replace('{{hostname}}', host));
        } catch (error) {
            this.externalEndpointHost.reject(error);
        }
    }

    /** The port, unless the page came through a tunnel that leads to the main port alone. */
    protected async reachablePort(): Promise<number | undefined> {
        const port = await this.server.port();
        if (port === undefined) {
            return undefined;
        }
        const { hostname, protocol } = window.location;
        const frame = `${protocol}//${hostname}:${port}/webview/index.html`;
        const asked = fetch(frame, { mode: 'no-cors', signal: AbortSignal.timeout(REACH_LIMIT_MS) });
        return asked.then(
            () => port,
            () => undefined
        );
    }
}
