/**
 * The service as a process. Forked, it sends a `ServiceLock` when it is ready and lives as long as its parent; run by hand,
 * it lives until it is told to end. With `--while-used SECONDS` it outlives whoever started it, for as long as hosts listen to its
 * events and so many seconds more: several hosts share it, and the last one takes it along.
 */
import { parseArgs } from 'node:util';
import { CANNOT_START_STATUS } from './protocol';
import { Lifetime, untilEnd } from './service/lifetime';
import { logToStandardError } from './service/log';
import { Service, startService } from './service/start-service';
import { messageOf } from './service/errors';

const USAGE =
    'Usage: node service.js [--port PORT] [--host ADDRESS] [--data-dir FOLDER] [--upstream URL | --trace-compass PATH|auto] [--parent-watch PID] [--while-used SECONDS]';

/** How long the service may take to end in order. */
const CLOSE_LIMIT_MS = 5000;

async function main(): Promise<number> {
    const options = readOptions();
    const service = await startService({ ...options, scripts: __dirname, log: logToStandardError });
    if (process.send) {
        process.send(service.lock);
    } else {
        process.stdout.write(`The service listens at ${service.url}\n`);
    }
    const status = await untilEnd(lifetimeOf(options, service));
    setTimeout(() => process.exit(status), CLOSE_LIMIT_MS).unref();
    await service.close();
    return status;
}

function lifetimeOf({ parent, whileUsed }: Options, service: Service): Lifetime {
    const unused = whileUsed === undefined ? undefined : { users: service.users, limitMs: whileUsed * 1000 };
    return { parentPid: parent, unused };
}

interface Options {
    readonly port?: number;
    readonly host?: string;
    readonly dataFolder?: string;
    readonly upstream?: string;
    readonly traceCompass?: string;
    readonly parent?: number;
    readonly whileUsed?: number;
}

/** @throws Error in one sentence, with the usage */
function readOptions(): Options {
    const text = { type: 'string' } as const;
    const options = {
        port: text,
        host: text,
        'data-dir': text,
        upstream: text,
        'trace-compass': text,
        'parent-watch': text,
        'while-used': text
    };
    try {
        const { values } = parseArgs({ options });
        return {
            port: readNumber('--port', values.port),
            host: values.host,
            dataFolder: values['data-dir'],
            upstream: values.upstream,
            traceCompass: values['trace-compass'],
            parent: readNumber('--parent-watch', values['parent-watch']),
            whileUsed: readNumber('--while-used', values['while-used'])
        };
    } catch (error) {
        throw new Error(`${messageOf(error)} ${USAGE}`, { cause: error });
    }
}

function readNumber(name: string, value: string | undefined): number | undefined {
    if (value !== undefined && !/^\d{1,9}$/.test(value)) {
        throw new Error(`${name} wants a number, not "${value}".`);
    }
    return value === undefined ? undefined : Number(value);
}

main().then(
    status => process.exit(status),
    (error: unknown) => {
        process.stderr.write(`${messageOf(error)}\n`);
        process.exit(CANNOT_START_STATUS);
    }
);
