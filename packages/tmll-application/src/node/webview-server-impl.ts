import * as http from 'http';
import { AddressInfo } from 'net';
import { join } from 'path';
import { ILogger } from '@theia/core';
import { Deferred } from '@theia/core/lib/common/promise-util';
import { environment } from '@theia/core/shared/@theia/application-package/lib/environment';
import { ApplicationPackage } from '@theia/core/shared/@theia/application-package';
import * as express from '@theia/core/shared/express';
import { inject, injectable } from '@theia/core/shared/inversify';
import { BackendApplicationContribution } from '@theia/core/lib/node';
import { WebviewServer } from '../common/webview-server';

const LOOPBACK = '127.0.0.1';

/**
 * Serves the frame of webviews on a port of its own: another origin than the workbench, so that it keeps what plugins show away from
 * the backend, and the same site, so that browsers let its service worker run (ADR 11). Electron has names for that.
 */
@injectable()
export class WebviewServerImpl implements WebviewServer, BackendApplicationContribution {
    @inject(ApplicationPackage)
    protected readonly application: ApplicationPackage;

    @inject(ILogger)
    protected readonly logger: ILogger;

    protected readonly server = http.createServer();
    protected readonly listening = new Deferred<number | undefined>();

    port(): Promise<number | undefined> {
        return this.listening.promise;
    }

    onStart(): void {
        if (environment.electron.is()) {
            this.listening.resolve(undefined);
            return;
        }
        const files = express();
        files.disable('x-powered-by');
        files.use('/webview', express.static(join(this.application.projectPath, 'lib/webview/pre')));
        this.server.on('request', files);
        this.server.on('error', error => {
            this.logger.warn('Webviews have no port of their own', error);
            this.listening.resolve(undefined);
        });
        this.server.listen(0, LOOPBACK, () => this.listening.resolve((this.server.address() as AddressInfo).port));
    }

    onStop(): void {
        this.server.close();
        this.server.closeAllConnections();
    }
}
