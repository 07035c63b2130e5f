// eslint-disable-next-line @typescript-eslint/no-require-imports -- what the module exports is a function, not an object
import express = require('express');
import { gateway, GatewayOptions } from '../gateway/gateway';
import { passThrough } from '../gateway/pass-through';
import { allowPages, refuseForeign, requireToken } from './access';
import { answerErrors, HttpError } from './http-error';
import { tmllRoutes, TmllRoutesOptions } from './tmll-routes';

export interface AppOptions extends TmllRoutesOptions, GatewayOptions {
    readonly token: string;
    /** Names under which the service may be called beside those of the loopback interface. */
    readonly hosts: readonly string[];
}

/** Everything that the service answers over HTTP. */
export function createApp(options: AppOptions): express.Express {
    const app = express();
    app.disable('x-powered-by');
    app.disable('etag');
    app.use(refuseForeign(options.hosts));
    app.use('/tsp', allowPages());
    app.use('/tsp/api', gateway(options));
    app.use('/tsp/plain/api', passThrough(options.upstream));
    app.use('/tmll', requireToken(options.token), tmllRoutes(options));
    app.use(request => {
        const detail = `The service knows no ${request.path}; it answers below /tmll, /tsp/api and /tsp/plain/api.`;
        throw new HttpError(404, 'Not found', detail);
    });
    app.use(answerErrors(options.log));
    return app;
}
