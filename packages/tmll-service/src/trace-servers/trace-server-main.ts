/**
 * The embedded trace server as a process of its own, forked by the service with the folder where it may keep things (none: it
 * keeps nothing): says where it listens, and ends with its parent.
 */
import { startTraceServer } from 'tmll-trace-server';
import { messageOf } from '../service/errors';

async function main(): Promise<void> {
    const [, , dataFolder] = process.argv;
    const server = await startTraceServer({ host: '127.0.0.1', port: 0, dataFolder });
    process.on('disconnect', () => process.exit());
    process.on('SIGTERM', () => process.exit());
    // The service decides when this ends: a Ctrl+C in the terminal reaches both.
    process.on('SIGINT', () => undefined);
    process.send?.({ url: server.url });
}

main().catch((error: unknown) => {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exit(1);
});
