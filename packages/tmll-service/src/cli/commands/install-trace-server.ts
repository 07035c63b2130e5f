import { Command } from 'commander';
import { installTraceServer, InstallProgress } from '../../trace-servers/trace-compass/install-trace-server';
import { CliContext } from '../context';
import { UsageError } from '../exit-status';

interface InstallCommandOptions {
    readonly url?: string;
    readonly force?: boolean;
    readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  tmll install-trace-server
  tmll serve --trace-compass

It is downloaded from the Eclipse project's download address into the user's data folder; nothing else is changed. A download that
is interrupted goes on the next time.
`;

/** `tmll install-trace-server`: the Trace Compass server, for those who want it beside the embedded one. */
export function addInstallTraceServer(program: Command, context: CliContext): void {
    program
        .command('install-trace-server')
        .description('download the Trace Compass server (about 150 MB) into the user data folder')
        .option('--url <URL>', 'address of another archive (.tar.gz)')
        .option('--force', 'download it again though one is there')
        .option('--json', 'print one JSON document')
        .addHelpText('after', EXAMPLES)
        .action(async ({ url, force, json }: InstallCommandOptions) => {
            const { signal } = context;
            const installed = await installTraceServer({
                ...{ url, force, signal },
                onProgress: progress => context.progress(sentence(progress))
            }).catch((error: unknown) => {
                throw (error as Error).name === 'InstallError' ? asUsageError(error) : error;
            });
            const { executable, checksum } = installed;
            const checked = checksum ? `, checked by its ${checksum}` : '';
            await context.out.write(
                json
                    ? `${JSON.stringify({ executable, checksum })}\n`
                    : `The Trace Compass server is at ${executable}${checked}.\n`
            );
        });
}

function asUsageError(error: unknown): UsageError {
    return new UsageError((error as Error).message, { cause: error });
}

function sentence({ step, bytes = 0, totalBytes }: InstallProgress): string {
    if (step !== 'downloading') {
        return step;
    }
    const megabytes = (count: number): string => (count / 1e6).toFixed(1);
    return totalBytes === undefined
        ? `downloading, ${megabytes(bytes)} MB`
        : `downloading, ${megabytes(bytes)} of ${megabytes(totalBytes)} MB (${Math.floor((100 * bytes) / totalBytes)} %)`;
}
