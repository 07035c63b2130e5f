import 'reflect-metadata';
import { Container } from '@theia/core/shared/inversify';
import { Emitter, ILogger } from '@theia/core';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { ServiceEvent, traceServerArguments } from 'tmll-service/protocol';
import { TraceServerChange } from '../../common/tmll-server';
import { ServiceConnection } from './service-connection';
import { ServiceLauncher } from './service-launcher';
import { TraceServerChoice } from './trace-server-choice';
import { TraceServerSwitch } from './trace-server-switch';

/** Starts at once, or is down when the arguments make no sense. */
class FakeLauncher {
    readonly starts: (readonly string[])[] = [[]];
    state = { status: 'up' };

    constructor(private readonly args: () => readonly string[]) {}

    isOutdated(): boolean {
        try {
            return this.args().join() !== this.starts.at(-1)?.join() || this.state.status === 'down';
        } catch {
            return true;
        }
    }

    async restart(): Promise<void> {
        try {
            this.starts.push(this.args());
            this.state = { status: 'starting' };
        } catch {
            this.state = { status: 'down' };
        }
    }
}

describe('TraceServerSwitch', () => {
    let preferences: Record<string, unknown>;
    let onPreferencesChanged: Emitter<Record<string, unknown>>;
    let onDidReceiveEvent: Emitter<ServiceEvent>;
    let jobs: { finishedAt?: string }[];
    let launcher: FakeLauncher;
    let told: TraceServerChange[];

    const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
    const set = async (changes: Record<string, unknown>): Promise<void> => {
        Object.assign(preferences, changes);
        onPreferencesChanged.fire(changes);
        await settled();
    };
    const end = async (): Promise<void> => {
        jobs = jobs.map(() => ({ finishedAt: '2026-01-01T00:00:00Z' }));
        onDidReceiveEvent.fire({ type: 'job', job: jobs[0] } as ServiceEvent);
        await settled();
    };

    beforeEach(() => {
        preferences = {};
        onPreferencesChanged = new Emitter();
        onDidReceiveEvent = new Emitter();
        jobs = [];
        told = [];
        const container = new Container();
        container.bind(ILogger).to(MockLogger);
        container.bind(PreferenceService).toConstantValue({
            onPreferencesChanged: onPreferencesChanged.event,
            get: (name: string) => preferences[name]
        } as unknown as PreferenceService);
        container.bind(TraceServerChoice).toSelf().inSingletonScope();
        const choice = container.get(TraceServerChoice);
        launcher = new FakeLauncher(() => traceServerArguments(choice.settings));
        container.bind(ServiceLauncher).toConstantValue(launcher as unknown as ServiceLauncher);
        container.bind(ServiceConnection).toConstantValue({
            service: {},
            onDidReceiveEvent: onDidReceiveEvent.event,
            request: async () => jobs
        } as unknown as ServiceConnection);
        container.resolve(TraceServerSwitch).onDidChange(change => told.push(change));
    });

    it('starts the service again with the trace server that is wanted, and says so', async () => {
        await set({ 'tmll.traceServer': 'traceCompass', 'tmll.traceCompassPath': '/opt/tc' });
        expect(launcher.starts).toEqual([[], ['--trace-compass=/opt/tc']]);
        expect(told).toEqual([
            { traceServer: 'traceCompass', traceServerUrl: '', traceCompassPath: '/opt/tc', runningJobs: 0 }
        ]);
    });

    it('leaves a service that the change has nothing to do with', async () => {
        await set({ 'tmll.traceServerUrl': 'http://host:1' });
        await set({ 'tmll.analyzeOnOpen': true });
        expect(launcher.starts).toHaveLength(1);
        expect(told).toEqual([]);
    });

    it('waits for the end of what runs', async () => {
        jobs = [{}, { finishedAt: '2026-01-01T00:00:00Z' }];
        await set({ 'tmll.traceServer': 'traceCompass' });
        expect(launcher.starts).toHaveLength(1);
        expect(told).toMatchObject([{ runningJobs: 1 }]);
        await end();
        expect(launcher.starts).toEqual([[], ['--trace-compass=auto']]);
        expect(told).toMatchObject([{ runningJobs: 1 }, { runningJobs: 0 }]);
        await end();
        expect(launcher.starts).toHaveLength(2);
    });

    it('has nothing to wait for when the user goes back meanwhile', async () => {
        jobs = [{}];
        await set({ 'tmll.traceServer': 'traceCompass' });
        await set({ 'tmll.traceServer': undefined });
        await end();
        expect(launcher.starts).toHaveLength(1);
    });

    it('leaves it to the launcher to say what is wrong, and follows when it is put right', async () => {
        await set({ 'tmll.traceServer': 'url' });
        expect(launcher.state.status).toBe('down');
        expect(told).toEqual([]);
        await set({ 'tmll.traceServerUrl': 'http://host:1' });
        expect(launcher.starts.at(-1)).toEqual(['--upstream=http://host:1/tsp/api']);
        expect(told).toHaveLength(1);
    });
});
