import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { defaultDataFolder } from './data-folder';
import { startTraceServer, type TraceServer } from './trace-server';
import { VERSION } from './version';

const WRONG_USAGE = 2;
const DEFAULT_PORT = 8080;
const MAX_PORT = 65_535;

interface ServeOptions {
    readonly port: number;
    readonly host: string;
    readonly data: string | false;
    readonly allowDelete: boolean;
}

/** Where a command line writes: text with its line ends. */
export interface CommandLineOutput {
    out(text: string): void;
    error(text: string): void;
}

/**
 * Runs `tmll-trace-server [--port P] [--host H] [--data FOLDER | --no-data] [--allow-delete]`: starts the server and says where it listens.
 *
 * @param args without the names of node and the script
 * @returns the running server, or the exit status when there is nothing to run: 0 after `--help`, 2 for wrong usage
 */
export async function runCommandLine(
    args: readonly string[],
    output: CommandLineOutput
): Promise<TraceServer | number> {
    const program = new Command('tmll-trace-server')
        .description('Serves CTF traces of this machine to trace viewers over the Trace Server Protocol')
        .version(VERSION)
        .option('--port <port>', 'port to listen on, 0 for any free one', toPort, DEFAULT_PORT)
        .option('--host <host>', 'address to listen on', '127.0.0.1')
        .option('--data <folder>', 'where bookmarks and what was read of traces are kept', defaultDataFolder())
        .option('--no-data', 'keep nothing')
        .option('--allow-delete', 'let clients delete traces from disk', false)
        .configureOutput({ writeOut: text => output.out(text), writeErr: text => output.error(text) })
        .exitOverride();
    try {
        const { port, host, data, allowDelete } = program.parse(args, { from: 'user' }).opts<ServeOptions>();
        const server = await startTraceServer({
            port,
            host,
            dataFolder: data === false ? undefined : data,
            allowDelete
        });
        output.out(`Trace server listening on ${server.url}\n`);
        return server;
    } catch (error) {
        if (error instanceof CommanderError) {
            return error.exitCode === 0 ? 0 : WRONG_USAGE;
        }
        output.error(`error: ${explain(error as NodeJS.ErrnoException)}\n`);
        return WRONG_USAGE;
    }
}

function toPort(text: string): number {
    const port = Number(text);
    if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > MAX_PORT) {
        throw new InvalidArgumentError(`A port is a whole number from 0 (any free one) to ${MAX_PORT}.`);
    }
    return port;
}

function explain({ code, message }: NodeJS.ErrnoException): string {
    switch (code) {
        case 'EADDRINUSE':
            return 'The port is in use; choose another one with --port.';
        case 'EADDRNOTAVAIL':
        case 'ENOTFOUND':
            return 'The host is no address of this machine; choose another one with --host.';
        case 'EACCES':
            return 'There is no permission to listen on this port; choose one above 1023 with --port.';
        default:
            return message;
    }
}
