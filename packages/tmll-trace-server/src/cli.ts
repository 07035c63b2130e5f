#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { startTraceServer } from './server/trace-server';
import { VERSION } from './server/version';

const WRONG_USAGE = 2;
const MAX_PORT = 65_535;

interface CliOptions {
    readonly port: number;
    readonly host: string;
}

/** Runs the trace server until it is told to end (SIGINT or SIGTERM). */
async function run({ port, host }: CliOptions): Promise<void> {
    const server = await startTraceServer({ port, host });
    process.stdout.write(`Trace server listening on ${server.url}\n`);
    const stop = (): void => {
        void server.close();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
}

function toPort(text: string): number {
    const port = Number(text);
    if (text === '' || !Number.isInteger(port) || port < 0 || port > MAX_PORT) {
        throw new InvalidArgumentError(`A port is a whole number from 0 (any free one) to ${MAX_PORT}.`);
    }
    return port;
}

const program = new Command('tmll-trace-server')
    .description('Serves CTF traces of this machine to trace viewers over the Trace Server Protocol')
    .version(VERSION)
    .option('--port <port>', 'port to listen on, 0 for any free one', toPort, 8080)
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .action(run)
    .exitOverride(error => process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE));

program.parseAsync().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(WRONG_USAGE);
});
