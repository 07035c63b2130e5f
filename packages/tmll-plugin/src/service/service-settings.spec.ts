import { join } from 'node:path';
import { requestService } from 'tmll-service/protocol';
import { bundledService, temporaryFolder } from '../test-support/test-service';
import { eventually } from '../test-support/eventually';
import { fakeHost } from '../test-support/vscode';
import { obtainService } from './service-settings';

const service = bundledService();
const folder = temporaryFolder();

describe('the service that a window gets', () => {
    const pids = new Set<number>();
    const obtain = async (): Promise<number> => {
        const { pid } = await obtainService(service, join(folder, `log/${pids.size}-${Math.random()}.log`));
        pids.add(pid);
        return pid;
    };

    beforeEach(() => {
        fakeHost.reset();
        process.env.TMLL_DATA_DIR = folder;
    });

    afterAll(() => {
        for (const pid of pids) {
            try {
                process.kill(pid, 'SIGTERM');
            } catch {
                // It has ended already.
            }
        }
    });

    it('is the same one for windows that start at the same time, and for one that comes later', async () => {
        const [first, second] = await Promise.all([obtain(), obtain()]);
        expect(second).toBe(first);
        expect(await obtain()).toBe(first);
    });

    it('is a new one in front of the trace server that the user has chosen', async () => {
        const first = await obtain();
        fakeHost.set('tmll.traceServer', 'globalValue', 'url');
        await expect(obtain()).rejects.toThrow(/"tmll.traceServerUrl" must say where/);
        fakeHost.set('tmll.traceServerUrl', 'globalValue', 'http://127.0.0.1:9/tsp/api');
        expect(await obtain()).not.toBe(first);
    });

    it('is started anew when the lock file names one that has died', async () => {
        const first = await obtain();
        process.kill(first, 'SIGKILL');
        const second = await eventually(async () => {
            const pid = await obtain();
            return pid !== first && pid;
        }, 'another service');
        const lock = await obtainService(service, join(folder, 'log/last.log'));
        expect(lock.pid).toBe(second);
        expect(await requestService(lock, { method: 'GET', path: '/jobs', timeoutMs: 5_000 })).toEqual([]);
    });
});
