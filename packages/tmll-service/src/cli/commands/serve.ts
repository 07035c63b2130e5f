import { Command } from 'commander';
import { messageOf } from '../../service/errors';
import { untilEnd } from '../../service/lifetime';
import { logToStandardError } from '../../service/log';
import { Service, startService } from '../../service/start-service';
import { CliContext } from '../context';
import { UsageError } from '../exit-status';
import { parsePort } from '../option-values';

interface ServeOptions {
    readonly port?: number;
    readonly upstream?: string;
    /** A path, or true when none is given. */
    readonly traceCompass?: string | true;
}

const EXAMPLES = `
Examples:
  tmll serve --port 8090
  tmll serve --upstream http://localhost:8080/tsp/api
  tmll serve --port 8080 --trace-compass

A trace viewer that is pointed at it shows the results of analyses on its own charts. The token for everything below /tmll stands in service.json in the user's data folder.
`;

/** `tmll serve`: the service in the foreground. */
export function addServe(program: Command, context: CliContext): void {
    program
        .command('serve')
        .description('run the analysis service and gateway, with the protocol of its trace server at /tsp/api')
        .option('--port <P>', 'port to listen on; a free one if not given', parsePort)
        .option('--upstream <URL>', 'a running trace server; the embedded one if not given')
        .option('--trace-compass [PATH]', 'Trace Compass on this machine; without a path the one that is found')
        .addHelpText('after', EXAMPLES)
        .action(async (options: ServeOptions) => {
            const service = await start(options);
            await context.out.write(`The service listens at ${service.url}\n`);
            await context.out.flush();
            context.exitStatus = await untilEnd();
            await service.close();
        });
}

async function start(options: ServeOptions): Promise<Service> {
    try {
        const traceCompass = options.traceCompass === true ? 'auto' : options.traceCompass;
        return await startService({ ...options, traceCompass, scripts: __dirname, log: logToStandardError });
    } catch (error) {
        throw new UsageError(messageOf(error), { cause: error });
    }
}
