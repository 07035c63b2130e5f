import { constants } from 'node:os';
import { messageOf } from '../service/errors';

/** Exit statuses of `tmll`; a signal ends with 128 and its number, as in a shell. */
export const EXIT = {
    done: 0,
    /** A finding is at or above `--fail-on`. */
    findings: 1,
    /** Wrong usage, or input that cannot be read. */
    usage: 2,
    /** The analysis itself failed. */
    failed: 3
} as const;

/** Wrong usage or unreadable input. The message is one sentence: what is wrong, and what to do. */
export class UsageError extends Error {
    override readonly name = 'UsageError';
}

/** The reason with which everything is cancelled when the process is told to end. */
export class Interruption extends Error {
    override readonly name = 'Interruption';
    readonly status: number;

    constructor(signal: 'SIGINT' | 'SIGTERM') {
        super(`Stopped by ${signal}.`);
        this.status = 128 + constants.signals[signal];
    }
}

/** Nobody reads standard output any more: nothing is left to do, and nothing to complain about. */
export class ClosedPipe extends Error {
    override readonly name = 'ClosedPipe';
}

/** Errors by whose name one knows that the input is to blame, not the program. */
const INPUT_ERRORS = new Set(['UsageError', 'TraceError', 'ParameterError', 'SelectionError']);

/** The exit status for what a command threw. */
export function exitStatusOf(error: unknown): number {
    if (error instanceof Interruption) {
        return error.status;
    }
    if (error instanceof ClosedPipe) {
        return EXIT.done;
    }
    return INPUT_ERRORS.has((error as Error | undefined)?.name ?? '') ? EXIT.usage : EXIT.failed;
}

/** What is said about an error on one line; undefined when there is nothing to say. */
export function describeError(error: unknown): string | undefined {
    if (error instanceof ClosedPipe || error instanceof Interruption) {
        return undefined;
    }
    return messageOf(error).replace(/\s*\n\s*/g, ' ');
}
