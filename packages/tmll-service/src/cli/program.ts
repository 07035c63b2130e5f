import { Command, CommanderError } from 'commander';
import { PROGRAM_VERSION } from '../service/program-version';
import { addAnomalies } from './commands/anomalies';
import { addChangePoints } from './commands/changepoints';
import { addCorrelate } from './commands/correlate';
import { addCluster } from './commands/cluster';
import { addDetect } from './commands/detect';
import { addEvents } from './commands/events';
import { addExplain } from './commands/explain';
import { addLag } from './commands/lag';
import { addInstallTraceServer } from './commands/install-trace-server';
import { addLeaks } from './commands/leaks';
import { addForecast } from './commands/forecast';
import { addIdle } from './commands/idle';
import { addOutputs } from './commands/outputs';
import { addReport } from './commands/report';
import { addSeries } from './commands/series';
import { addServe } from './commands/serve';
import { CliContext } from './context';
import { UsageError } from './exit-status';

/** All commands, in the order of the help; one file each. */
const COMMANDS: readonly ((program: Command, context: CliContext) => void)[] = [
    addEvents,
    addOutputs,
    addSeries,
    addAnomalies,
    addChangePoints,
    addLeaks,
    addForecast,
    addIdle,
    addCluster,
    addDetect,
    addCorrelate,
    addLag,
    addExplain,
    addReport,
    addServe,
    addInstallTraceServer
];

const HELP = `
Exit status: 0 done, 1 a finding at or above --fail-on, 2 wrong usage or unreadable input, 3 the analysis failed.
`;

/**
 * Runs the command that the arguments name; help and version are printed as they ask.
 * @param args without the names of Node and of the script
 * @throws UsageError when the arguments are wrong, and what the command throws
 */
export async function runProgram(args: readonly string[], context: CliContext): Promise<void> {
    const program = new Command('tmll')
        .description('Finds in traces what is worth a look: anomalies, memory leaks and more, with their evidence.')
        .version(PROGRAM_VERSION)
        .showSuggestionAfterError(false)
        .exitOverride()
        // What commander would print on an error becomes the message of a UsageError.
        .configureOutput({ outputError: () => undefined })
        .addHelpText('after', HELP);
    COMMANDS.forEach(add => add(program, context));
    try {
        await program.parseAsync(args.length === 0 ? ['help'] : [...args], { from: 'user' });
    } catch (error) {
        if (!(error instanceof CommanderError)) {
            throw error;
        }
        if (error.exitCode !== 0) {
            const what = error.message.replace(/^error: /, '').replace(/\.$/, '');
            throw new UsageError(`${what}; "tmll help" tells what there is.`, { cause: error });
        }
    }
}
