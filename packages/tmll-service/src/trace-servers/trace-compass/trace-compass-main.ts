/**
 * Runs a Trace Compass server as a child of the service: forked with its executable and a folder for its workspace, it starts it on
 * a free port of this machine, says where it listens, and ends it, and whatever it started, when the service ends, however that ends.
 */
import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { messageOf } from '../../service/errors';
import { claimWorkspace } from './workspace';

/** How long the server may take to end in order; the service gives this process a little more. */
const STOP_LIMIT_MS = 2000;

async function main(): Promise<void> {
    const [, , executable, folder] = process.argv;
    const [port, workspace] = [await freePort(), claimWorkspace(folder)];
    // The server would listen on all interfaces. The `.ini` beside it has arguments that are to stay.
    const args = ['-data', workspace, '--launcher.appendVmargs'];
    const vmargs = ['-vmargs', `-Dtraceserver.port=${port}`, '-Dtraceserver.host=127.0.0.1'];
    const isWindows = process.platform === 'win32';
    const child = spawn(executable, [...args, ...vmargs], {
        // A group of its own, so that all of it can be ended; Windows ends children by other means.
        detached: !isWindows,
        stdio: ['ignore', 'ignore', 'inherit'],
        windowsHide: true
    });
    child.on('error', error => fail(`${executable} cannot be started (${error.message})`));
    let isStopping = false;
    child.on('exit', (code, signal) => {
        // What it started itself must not outlive it.
        end(child, 'SIGKILL');
        return isStopping ? process.exit() : fail(`it ended with ${signal ?? `exit code ${code}`}`);
    });
    const stop = (): void => {
        isStopping = true;
        end(child, 'SIGTERM');
        setTimeout(() => end(child, 'SIGKILL'), STOP_LIMIT_MS);
    };
    process.on('disconnect', stop);
    process.on('SIGTERM', stop);
    // The service decides when this ends: a Ctrl+C in the terminal reaches both.
    process.on('SIGINT', () => undefined);
    process.send?.({ url: `http://127.0.0.1:${port}/tsp/api` });
}

function end({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
    if (pid === undefined) {
        return;
    }
    if (process.platform === 'win32') {
        spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
        return;
    }
    try {
        process.kill(-pid, signal);
    } catch {
        // It has ended.
    }
}

/** A port that is free now. Another process may take it before the server does; the service then starts it again. */
async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
}

function fail(message: string): never {
    process.stderr.write(`Trace Compass: ${message}\n`);
    process.exit(1);
}

main().catch((error: unknown) => fail(messageOf(error)));
