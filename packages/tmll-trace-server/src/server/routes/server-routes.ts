import { arch, availableParallelism, platform, release } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { Router } from 'express';
import { TspError } from '../tsp-error';
import { VERSION } from '../version';
import { endpoint } from './endpoint';

const TSP_VERSION = '0.6.0';

/** The server itself: whether it runs, what it is, and the kinds of configuration it takes (none). */
export function serverRoutes(): Router {
    const router = Router();
    router.get(
        '/health',
        endpoint(() => ({ status: 'UP' }))
    );
    router.get(
        '/identifier',
        endpoint(() => ({
            version: VERSION,
            buildTime: '',
            os: platform(),
            osArch: arch(),
            osVersion: release(),
            cpuCount: availableParallelism(),
            maxMemory: getHeapStatistics().heap_size_limit,
            productId: 'tmll-trace-server',
            tspVersion: TSP_VERSION
        }))
    );
    router.get(
        '/config/types',
        endpoint(() => [])
    );
    router.use('/config/types/:type', () => {
        throw new TspError(404, "Configuration source type doesn't exist");
    });
    return router;
}
