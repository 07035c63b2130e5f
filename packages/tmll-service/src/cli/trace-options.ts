import { Command } from 'commander';

/** What all commands have that look at traces through a trace server. */
export interface TraceOptions {
    readonly server?: string;
    readonly json?: boolean;
}

/** A command that takes traces, `--server` and `--json`. */
export function traceCommand(program: Command, name: string, description: string): Command {
    return program
        .command(name)
        .description(description)
        .argument('<TRACE...>', 'trace folders or files, or folders that hold traces somewhere below')
        .option('--server <URL>', 'use a running trace server; TRACE is then a path on its machine')
        .option('--json', 'print one JSON document');
}
