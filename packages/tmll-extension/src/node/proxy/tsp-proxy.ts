import * as http from 'http';
import { inject, injectable, optional } from '@theia/core/shared/inversify';
import type { Application, Request, Response } from '@theia/core/shared/express';
import { environment } from '@theia/core';
import { BackendApplicationContribution } from '@theia/core/lib/node';
import { BackendApplicationHosts } from '@theia/core/lib/node/hosting/backend-application-hosts';
import type { ErrorBody } from 'tmll-service/protocol';
import { TSP_PROXY_PATH } from '../../common/tmll-server';
import { ServiceConnection } from '../service/service-connection';
import { SERVICE_HOST } from '../service/service-http';
import { forward } from './forward';
import { isSameOrigin } from './same-origin';

/** Serves the trace server's protocol at Theia's own origin, so that a browser needs no second one. */
@injectable()
export class TspProxy implements BackendApplicationContribution {
    @inject(ServiceConnection)
    protected readonly connection: ServiceConnection;

    /** Not bound in Electron, which checks a token of its own on every request. */
    @inject(BackendApplicationHosts)
    @optional()
    protected readonly hosts: BackendApplicationHosts | undefined;

    protected readonly agent = new http.Agent({ keepAlive: true });

    configure(app: Application): void {
        app.use(TSP_PROXY_PATH, (request, response) => this.handle(request, response));
    }

    onStop(): void {
        this.agent.destroy();
    }

    protected handle(request: Request, response: Response): void {
        if (!environment.electron.is() && !isSameOrigin(request.headers, this.hosts?.hosts ?? new Set())) {
            refuse(response, 403, {
                title: 'Foreign page',
                detail: 'Only pages of this application may ask its trace server.'
            });
            return;
        }
        const service = this.connection.service;
        if (!service) {
            this.unavailable(response);
            return;
        }
        // `request.url` is what follows the proxy's own path.
        const path = `/tsp/api${request.url}`;
        const target = { host: SERVICE_HOST, port: service.port, path, agent: this.agent };
        forward(request, response, target, () => this.unavailable(response));
    }

    protected unavailable(response: Response): void {
        const detail = this.connection.service
            ? 'The analysis service does not answer; it is started again if it has ended.'
            : this.connection.describeAbsence();
        response.setHeader('Retry-After', '1');
        refuse(response, 503, { title: 'Trace server not available', detail });
    }
}

function refuse(response: Response, status: number, error: ErrorBody): void {
    response.status(status).json(error);
}
