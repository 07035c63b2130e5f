import { ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ServiceLock } from 'tmll-service/protocol';
import { isLock } from './running-service';

/** How a service is started. */
export interface ServiceStart {
    /** Absolute path of `service.js`. */
    readonly script: string;
    readonly args: readonly string[];
    /** Takes what the service prints: the process outlives this one, and a pipe would not. */
    readonly logFile: string;
    /** Time in ms from the start to the ready message. */
    readonly readyLimitMs: number;
}

/** Seconds for which a service stays when nobody listens to it any more: a window that is loaded anew finds it again. */
const STAY_SECONDS = '30';
/** The end of the log says why a service died. */
const LAST_WORDS_BYTES = 4_000;

/**
 * Starts a service that other hosts may use too: it ends when the last of them has gone, not with this one.
 * @returns where it listens
 * @throws Error with one sentence: it is not there, ended at once, or kept silent
 */
export async function startServiceProcess({ script, args, logFile, readyLimitMs }: ServiceStart): Promise<ServiceLock> {
    if (!existsSync(script)) {
        throw new Error(`The analysis service is not there: ${script} does not exist.`);
    }
    await mkdir(dirname(logFile), { recursive: true });
    const log = await open(logFile, 'w');
    try {
        const child = spawn(process.execPath, [script, ...args, '--while-used', STAY_SECONDS], {
            stdio: ['ignore', log.fd, log.fd, 'ipc'],
            detached: true,
            windowsHide: true,
            env: { ...process.env, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1' }
        });
        const lock = await untilReady(child, logFile, readyLimitMs);
        child.disconnect();
        child.unref();
        return lock;
    } finally {
        await log.close();
    }
}

function untilReady(child: ChildProcess, logFile: string, limitMs: number): Promise<ServiceLock> {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
            child.kill('SIGKILL');
            reject(new Error(`The analysis service did not answer within ${limitMs / 1000} s of its start.`));
        }, limitMs);
        child.on('message', message => {
            if (isLock(message)) {
                clearTimeout(timer);
                resolve(message);
            }
        });
        child.once('error', error => {
            clearTimeout(timer);
            reject(new Error(`The analysis service cannot be started: ${error.message}.`));
        });
        child.once('exit', async (code, signal) => {
            clearTimeout(timer);
            const why = errorLine(await lastWords(logFile));
            const how = signal ? `was ended by ${signal}` : `ended with exit status ${code}`;
            reject(new Error(`The analysis service ${how}${why ? `: ${why}` : ''}${why?.endsWith('.') ? '' : '.'}`));
        });
    });
}

/** The end of what a service printed, line by line. */
export async function lastWords(logFile: string): Promise<readonly string[]> {
    const text = await readFile(logFile, 'utf8').catch(() => '');
    return text
        .slice(-LAST_WORDS_BYTES)
        .split('\n')
        .filter(line => line.trim() !== '');
}

/** The line of Node's report on an uncaught error that names it, else the last line. */
function errorLine(lines: readonly string[]): string | undefined {
    return (lines.find(line => /^\w*Error\b/.test(line)) ?? lines.at(-1))?.trim();
}
