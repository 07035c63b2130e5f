#!/usr/bin/env node
/** The command line `tmll`. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CliContext } from './context';
import { ClosedPipe, describeError, EXIT, exitStatusOf, Interruption } from './exit-status';
import { runProgram } from './program';
import { StandardError } from './standard-error';
import { TextOutput } from './text-output';

async function main(): Promise<number> {
    const standardError = new StandardError();
    const interruption = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.once(name, () => interruption.abort(new Interruption(name)));
    }
    const context: CliContext = {
        out: new TextOutput(process.stdout, () => standardError.clear()),
        signal: interruption.signal,
        say: message => standardError.say(message),
        progress: message => standardError.progress(message),
        exitStatus: EXIT.done
    };
    try {
        await runProgram(process.argv.slice(2), context);
        await context.out.flush();
        // A pipe that was closed by its reader tells so a moment after the write.
        await nextTurn();
        await context.out.flush();
        return context.exitStatus;
    } catch (thrown) {
        const error: unknown = interruption.signal.aborted ? interruption.signal.reason : thrown;
        const message = describeError(error);
        if (message !== undefined) {
            standardError.say(message);
        }
        return error instanceof ClosedPipe ? context.exitStatus : exitStatusOf(error);
    } finally {
        standardError.clear();
    }
}

void main().then(status => process.exit(status));
