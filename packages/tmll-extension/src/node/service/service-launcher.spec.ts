import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Container } from '@theia/core/shared/inversify';
import { ILogger } from '@theia/core';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { CANNOT_START_STATUS } from 'tmll-service/protocol';
import { LauncherState, ServiceLauncher, ServiceLauncherOptions } from './service-launcher';

const READY = `process.send({ protocolVersion: 1, port: 4711, token: 'secret', pid: process.pid });`;
const STAY = 'setInterval(() => undefined, 1000);';

describe('ServiceLauncher', () => {
    let folder: string;
    let launcher: ServiceLauncher;
    let states: LauncherState[];

    const create = (program: string, options: Partial<ServiceLauncherOptions> = {}): void => {
        const script = join(folder, 'service.js');
        writeFileSync(script, program);
        const container = new Container();
        container.bind(ILogger).to(MockLogger);
        container.bind(ServiceLauncherOptions).toConstantValue({
            script: () => script,
            readyTimeoutMs: 20_000,
            stopTimeoutMs: 500,
            restart: { firstDelayMs: 5, attempts: 2, healthyAfterMs: 60_000 },
            ...options
        });
        launcher = container.resolve(ServiceLauncher);
        launcher.onDidChangeState(state => states.push(state));
    };

    const until = (matches: (state: LauncherState) => boolean): Promise<LauncherState> =>
        new Promise(resolve => {
            const listening = launcher.onDidChangeState(state => {
                if (matches(state)) {
                    listening.dispose();
                    resolve(state);
                }
            });
        });

    const isAlive = (pid: number): boolean => {
        try {
            return process.kill(pid, 0);
        } catch {
            return false;
        }
    };

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'tmll-'));
        states = [];
    });

    afterEach(async () => {
        await launcher.stop();
        rmSync(folder, { recursive: true });
    });

    it('is up with what the ready message says', async () => {
        create(READY + STAY);
        const up = until(state => state.status === 'up');
        launcher.start();
        expect(await up).toMatchObject({ service: { port: 4711, token: 'secret' } });
        expect(states.map(state => state.status)).toEqual(['starting', 'up']);
    });

    it('leaves no process behind when it is stopped, even one that does not want to end', async () => {
        create(`process.on('SIGTERM', () => undefined);${READY}${STAY}`);
        const up = until(state => state.status === 'up');
        launcher.start();
        const state = await up;
        const pid = state.status === 'up' ? state.service.pid : 0;
        expect(isAlive(pid)).toBe(true);
        await launcher.stop();
        expect(isAlive(pid)).toBe(false);
        expect(launcher.state.status).toBe('stopped');
    });

    it('starts a service again that died after it was up', async () => {
        create(READY + STAY);
        let up = until(state => state.status === 'up');
        launcher.start();
        const first = await up;
        up = until(state => state.status === 'up');
        if (first.status === 'up') {
            process.kill(first.service.pid, 'SIGKILL');
        }
        const second = await up;
        expect(second).not.toEqual(first);
        expect(states.find(state => state.status === 'restarting')).toMatchObject({
            message: 'The analysis service was ended by SIGKILL.'
        });
    });

    it('gives up after the allowed attempts and says why the service died', async () => {
        create(`throw new TypeError('the disk is full');`);
        const down = until(state => state.status === 'down');
        launcher.start();
        expect(await down).toMatchObject({
            message:
                'The analysis service ended with exit status 1: TypeError: the disk is full. ' +
                'It was started 3 times without success.'
        });
    });

    it('can be started anew after it gave up', async () => {
        create('process.exit(1);');
        const down = until(state => state.status === 'down');
        launcher.start();
        await down;
        writeFileSync(join(folder, 'service.js'), READY + STAY);
        const up = until(state => state.status === 'up');
        launcher.start();
        expect((await up).status).toBe('up');
    });

    it('can be restarted while it runs', async () => {
        create(READY + STAY);
        let up = until(state => state.status === 'up');
        launcher.start();
        const first = await up;
        up = until(state => state.status === 'up');
        await launcher.restart();
        expect(await up).not.toEqual(first);
        expect(first.status === 'up' && isAlive(first.service.pid)).toBe(false);
    });

    it('kills a service that stays silent', async () => {
        create(STAY, { readyTimeoutMs: 200, restart: { firstDelayMs: 5, attempts: 0, healthyAfterMs: 1 } });
        const down = until(state => state.status === 'down');
        launcher.start();
        expect(await down).toMatchObject({ message: expect.stringContaining('did not answer within 0.2 s') });
    });

    it('is down with a sentence when the service is not built', async () => {
        create('', {
            script: () => {
                throw new Error('The analysis service is not built.');
            }
        });
        launcher.start();
        expect(launcher.state).toEqual({ status: 'down', message: 'The analysis service is not built.' });
    });

    it('is given up at once, with its own words, by a service that cannot start as it was told to', async () => {
        create(`console.error('There is no Trace Compass.'); process.exit(${CANNOT_START_STATUS});`);
        const down = until(state => state.status === 'down');
        launcher.start();
        expect(await down).toMatchObject({ message: 'There is no Trace Compass.' });
        expect(states.map(({ status }) => status)).toEqual(['starting', 'down']);
    });

    describe('whose arguments change', () => {
        let args: readonly string[] | undefined;

        const started = async (): Promise<unknown> => {
            const up = await until(state => state.status === 'up');
            return up.status === 'up' && up.service.token;
        };

        beforeEach(() => {
            args = ['--one'];
            create(READY.replace("'secret'", 'process.argv.slice(2).join()') + STAY, {
                args: () => {
                    if (!args) {
                        throw new Error('They make no sense.');
                    }
                    return args;
                }
            });
        });

        it('has the new ones after a restart, also in the middle of a start', async () => {
            let token = started();
            launcher.start();
            expect(await token).toBe('--one');
            expect(launcher.isOutdated()).toBe(false);
            args = ['--two'];
            expect(launcher.isOutdated()).toBe(true);
            token = started();
            launcher.restart();
            args = ['--three'];
            await launcher.restart();
            expect(await token).toBe('--three');
            args = ['--four'];
            await launcher.restart();
            args = ['--five'];
            token = started();
            await launcher.restart();
            expect(await token).toBe('--five');
            expect(launcher.isOutdated()).toBe(false);
        });

        it('is down with a sentence while they make no sense, and outdated until they do', async () => {
            args = undefined;
            launcher.start();
            expect(launcher.state).toEqual({ status: 'down', message: 'They make no sense.' });
            expect(launcher.isOutdated()).toBe(true);
            args = [];
            expect(launcher.isOutdated()).toBe(true);
            const token = started();
            await launcher.restart();
            expect(await token).toBe('');
            expect(launcher.isOutdated()).toBe(false);
        });
    });
});
