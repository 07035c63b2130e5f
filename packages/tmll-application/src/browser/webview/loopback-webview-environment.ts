import { Endpoint } from '@theia/core/lib/browser/endpoint';
import { injectable } from '@theia/core/shared/inversify';
import { WebviewEnvironment } from '@theia/plugin-ext/lib/main/browser/webview/webview-environment';
import { webviewHost } from './webview-host';

/** Gives webviews an origin of their own also where the page comes from 127.0.0.1, as `npm start` serves it (ADR 11). */
@injectable()
export class LoopbackWebviewEnvironment extends WebviewEnvironment {
    protected override async doInit(): Promise<void> {
        this._hostPatternPromise = this.getHostPattern();
        try {
            const pattern = await this.hostPatternPromise;
            this.externalEndpointHost.resolve(pattern.replace('{{hostname}}', webviewHost(new Endpoint().host)));
        } catch (error) {
            this.externalEndpointHost.reject(error);
        }
    }
}
