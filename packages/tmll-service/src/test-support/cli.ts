import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { bundle } from './bundle';
import { temporaryFolder } from './temporary-folder';

export interface CliAnswer {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** The command line as it is shipped, with a folder of its own for results. */
export interface Cli {
    run(...args: readonly string[]): Promise<CliAnswer>;
    /** Runs a command with another folder for results. */
    runIn(dataFolder: string, ...args: readonly string[]): Promise<CliAnswer>;
    start(...args: readonly string[]): ChildProcess;
    /** Runs a command with `--json` that is to succeed without a word, and parses what it prints. */
    json<T>(...args: readonly string[]): Promise<T>;
}

export function bundledCli(): Cli {
    const script = join(bundle(), 'tmll.js');
    const ownFolder = temporaryFolder();
    const children: ChildProcess[] = [];
    afterAll(() => children.forEach(child => child.kill('SIGKILL')));
    const startIn = (dataFolder: string, args: readonly string[]): ChildProcess => {
        const env = { ...process.env, TMLL_DATA_DIR: dataFolder };
        const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
        children.push(child);
        return child;
    };
    const runIn = async (dataFolder: string, ...args: readonly string[]): Promise<CliAnswer> => {
        const child = startIn(dataFolder, args);
        const [stdout, stderr, [status]] = await Promise.all([
            text(child.stdout as NodeJS.ReadableStream),
            text(child.stderr as NodeJS.ReadableStream),
            once(child, 'exit') as Promise<[number | null]>
        ]);
        return { status, stdout, stderr };
    };
    const run: Cli['run'] = (...args) => runIn(ownFolder, ...args);
    return {
        run,
        runIn,
        start: (...args) => startIn(ownFolder, args),
        json: async (...args) => {
            const answer = await run(...args, '--json');
            expect([answer.status, answer.stderr]).toEqual([0, '']);
            return JSON.parse(answer.stdout);
        }
    };
}
