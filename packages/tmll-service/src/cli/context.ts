import { TextOutput } from './text-output';

/** What a command needs of the process it runs in. */
export interface CliContext {
    readonly out: TextOutput;
    /** Aborted with an `Interruption` when the process is told to end. */
    readonly signal: AbortSignal;
    /** Says something on standard error, in a line of its own. */
    say(message: string): void;
    /** Shows how far a command is, where a person looks on; each text replaces the one before. */
    progress(message: string): void;
    /** The exit status, unless the command fails. */
    exitStatus: number;
}
