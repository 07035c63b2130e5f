/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import 'reflect-metadata';
import { Container } from '@theia/core/shared/inversify';
import { environment } from '@theia/core';
import { Emitter } from '@theia/core/lib/common/event';
import { sendCookiesTo } from 'tmll-tsp';
import { ServiceState } from '../../common/tmll-server';
import { ServiceMonitor } from '../service/service-monitor';
import { ProxiedTraceServer } from './proxied-trace-server';

jest.mock('tmll-tsp', () => ({ sendCookiesTo: jest.fn() }));

describe('ProxiedTraceServer', () => {
    let onDidChange: Emitter<ServiceState>;
    let state: ServiceState;
    let changes: number;
    let server: ProxiedTraceServer;

    const create = (initial: ServiceState): void => {
        onDidChange = new Emitter();
        state = initial;
        changes = 0;
        const container = new Container();
        container.bind(ServiceMonitor).toConstantValue({
            onDidChange: onDidChange.event,
            get state() {
                return state;
            },
            whenTraceServerUp: async () => {
                if (state.status === 'down') {
                    throw new Error('It is down.');
                }
            }
        } as unknown as ServiceMonitor);
        server = container.resolve(ProxiedTraceServer);
        server.onDidChange(() => changes++);
    };
    const become = (next: ServiceState): void => {
        state = next;
        onDidChange.fire(next);
    };
    const up = (generation: number): ServiceState => ({ status: 'up', generation, traceServer: { status: 'up' } });

    it('is at the origin of the page', async () => {
        create(up(1));
        expect(await server.url()).toBe('http://localhost/tmll-tsp');
        expect(sendCookiesTo).not.toHaveBeenCalled();
    });

    it('is shown the cookie of a desktop window, whose page has an origin of its own', async () => {
        jest.spyOn(environment.electron, 'is').mockReturnValue(true);
        create(up(1));
        expect(sendCookiesTo).toHaveBeenCalledWith(await server.url());
    });

    it('is another one when a new process has taken over, as soon as that can be asked', () => {
        create(up(1));
        become({ status: 'restarting', generation: 1 });
        become({ status: 'up', generation: 2, traceServer: { status: 'starting' } });
        expect(changes).toBe(0);
        become(up(2));
        expect(changes).toBe(1);
    });

    it('is the same when it comes up for the first time, and when only the line was interrupted', () => {
        create({ status: 'starting', generation: 0 });
        become(up(1));
        become(up(1));
        expect(changes).toBe(0);
    });

    it('is another one for who was told that there is none, even when it is the first', async () => {
        create({ status: 'down', generation: 0 });
        await expect(server.url()).rejects.toThrow('It is down.');
        become(up(1));
        expect(changes).toBe(1);
        become(up(1));
        expect(changes).toBe(1);
    });
});
