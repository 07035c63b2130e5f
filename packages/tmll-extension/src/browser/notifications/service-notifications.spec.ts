import 'reflect-metadata';
import { Container } from '@theia/core/shared/inversify';
import { CommandService, Emitter, MessageService } from '@theia/core';
import { PreferenceScope, PreferenceService } from '@theia/core/lib/common/preferences';
import { ServiceState } from '../../common/tmll-server';
import { ServiceMonitor } from '../service/service-monitor';
import { ServiceNotifications } from './service-notifications';

jest.mock('@theia/core/lib/browser', () => ({ CommonCommands: { OPEN_PREFERENCES: { id: 'preferences:open' } } }));

const FAILURE = 'There is no Trace Compass server at /nowhere.';

describe('ServiceNotifications', () => {
    let preferences: Record<string, unknown>;
    let shown: string[][];
    let done: unknown[][];

    /** Lets the service be down for longer than it may, with a user who chooses an action. */
    const fail = async (chosen?: string): Promise<void> => {
        const onDidChange = new Emitter<ServiceState>();
        const state: ServiceState = { status: 'down', message: FAILURE, generation: 0 };
        const container = new Container();
        container.bind(ServiceMonitor).toConstantValue({ state, onDidChange: onDidChange.event } as ServiceMonitor);
        container.bind(MessageService).toConstantValue({
            error: async (...args: string[]) => {
                shown.push(args);
                return chosen;
            }
        } as unknown as MessageService);
        container.bind(CommandService).toConstantValue({
            executeCommand: async (...args: unknown[]) => done.push(args)
        } as unknown as CommandService);
        container.bind(PreferenceService).toConstantValue({
            get: (name: string, otherwise: unknown) => preferences[name] ?? otherwise,
            set: async (...args: unknown[]) => done.push(args)
        } as unknown as PreferenceService);
        container.resolve(ServiceNotifications).onStart();
        await jest.advanceTimersByTimeAsync(5_000);
    };

    beforeEach(() => {
        jest.useFakeTimers();
        preferences = {};
        shown = [];
        done = [];
    });

    afterEach(() => {
        jest.useRealTimers();
    });

    it('offers to start a service again that is down', async () => {
        await fail('Restart Service');
        expect(shown).toEqual([[FAILURE, 'Restart Service']]);
        expect(done).toEqual([['tmll.restartService']]);
    });

    it.each([
        ['Open Settings', ['preferences:open', 'tmll.trace']],
        ['Use Embedded', ['tmll.traceServer', undefined, PreferenceScope.User]]
    ])('offers "%s" when the trace server is of the user\'s choice', async (action, effect) => {
        preferences['tmll.traceServer'] = 'traceCompass';
        await fail(action);
        expect(shown[0]).toEqual([FAILURE, 'Restart Service', 'Open Settings', 'Use Embedded']);
        expect(done).toEqual([effect]);
    });
});
