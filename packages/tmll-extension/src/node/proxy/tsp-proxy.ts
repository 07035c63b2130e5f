import * as http from 'http';
import { inject, injectable, optional } from '@theia/core/shared/inversify';
import type { NextFunction, Request, Response } from '@theia/core/shared/express';
import { environment } from '@theia/core';
import { BackendApplicationContribution, EarlyExpressMiddleware } from '@theia/core/lib/node';
import { BackendApplicationHosts } from '@theia/core/lib/node/hosting/backend-application-hosts';
import { WsRequestValidator } from '@theia/core/lib/node/ws-request-validators';
import { ErrorBody, SERVICE_HOST } from 'tmll-service/protocol';
import { TSP_PROXY_PATH } from '../../common/tmll-server';
import { ServiceConnection } from '../service/service-connection';
import { admitFilePage } from './file-page';
import { forward } from './forward';
import { isSameOrigin } from './same-origin';

/** Connections that rest are closed before the service does so (Node: after 5 s), lest a request goes down a closing one. */
const RESTING_CONNECTION_MS = 3_000;

/** Serves the trace server's protocol at Theia's own origin, so that a browser needs no second one. */
@injectable()
export class TspProxy implements BackendApplicationContribution {
    @inject(EarlyExpressMiddleware)
    protected readonly middleware: EarlyExpressMiddleware;

    @inject(ServiceConnection)
    protected readonly connection: ServiceConnection;

    @inject(WsRequestValidator)
    protected readonly validator: WsRequestValidator;

    /** Not bound in Electron. */
    @inject(BackendApplicationHosts)
    @optional()
    protected readonly hosts: BackendApplicationHosts | undefined;

    protected readonly agent = new http.Agent({ keepAlive: true, timeout: RESTING_CONNECTION_MS });

    /** Early, for Theia's later handlers take the body of every request apart, and its times are beyond a double. */
    initialize(): void {
        this.middleware.handlers.push((request, response, next) => this.handle(request, response, next));
    }

    onStop(): void {
        this.agent.destroy();
    }

    protected async handle(request: Request, response: Response, next: NextFunction): Promise<void> {
        if (request.path !== TSP_PROXY_PATH && !request.path.startsWith(`${TSP_PROXY_PATH}/`)) {
            next();
        } else if (environment.electron.is() && admitFilePage(request, response)) {
            response.status(204).end();
        } else if (!(await this.isAllowed(request))) {
            const detail = 'Only pages of this application may ask its trace server.';
            refuse(response, 403, { title: 'Foreign page', detail });
        } else {
            this.passOn(request, response);
        }
    }

    /** Electron's windows prove by a token who they are, as for their socket; pages in a browser by their origin. */
    protected async isAllowed(request: Request): Promise<boolean> {
        return environment.electron.is()
            ? this.validator.allowWsUpgrade(request)
            : isSameOrigin(request.headers, this.hosts?.hosts ?? new Set());
    }

    protected passOn(request: Request, response: Response): void {
        const { service } = this.connection;
        if (!service) {
            this.unavailable(response, this.connection.describeAbsence());
            return;
        }
        // Without the results of analyses, which the application draws itself.
        const path = `/tsp/plain/api${request.url.slice(TSP_PROXY_PATH.length)}`;
        const target = { host: SERVICE_HOST, port: service.port, path, agent: this.agent };
        forward(request, response, target, () => {
            this.unavailable(response, 'The analysis service does not answer; it is started again if it has ended.');
        });
    }

    protected unavailable(response: Response, detail: string): void {
        response.setHeader('Retry-After', '1');
        refuse(response, 503, { title: 'Trace server not available', detail });
    }
}

function refuse(response: Response, status: number, error: ErrorBody): void {
    response.status(status).json(error);
}
