import { Command } from 'commander';
import { Output } from 'tmll-analysis';
import { CliContext } from '../context';
import { withExperiment } from '../open-experiment';
import { collect } from '../option-values';
import { table } from '../table';
import { traceCommand, TraceOptions } from '../trace-options';

interface OutputsOptions extends TraceOptions {
    readonly keyword?: string[];
    readonly type?: string[];
}

const EXAMPLES = `
Examples:
  tmll outputs ~/lttng-traces/session
  tmll outputs trace --keyword cpu --keyword disk --type xy --json
`;

/** `tmll outputs`: what a trace server can show of traces. */
export function addOutputs(program: Command, context: CliContext): void {
    traceCommand(program, 'outputs', 'list what can be shown and analysed of a trace')
        .option('--keyword <K>', 'part of the name, the description or the id; any of several', collect)
        .option('--type <T>', 'part of the type, such as xy or table; any of several', collect)
        .addHelpText('after', EXAMPLES)
        .action((paths: string[], options: OutputsOptions) =>
            withExperiment(paths, options.server, context, async experiment => {
                const { keyword, type } = options;
                const outputs = experiment.findOutputs({ keyword, type, matchAny: true });
                await context.out.write(options.json ? toJson(outputs) : toText(outputs));
            })
        );
}

function toJson(outputs: readonly Output[]): string {
    const list = outputs.map(({ id, name, description, type, parentId }) => ({
        id,
        name,
        description,
        type,
        parentId
    }));
    return `${JSON.stringify({ outputs: list })}\n`;
}

function toText(outputs: readonly Output[]): string {
    const columns = [{ title: 'NAME' }, { title: 'TYPE' }, { title: 'ID' }, { title: 'DESCRIPTION' }];
    return table(
        columns,
        outputs.map(({ name, type, id, description }) => [name, type, id, description])
    );
}
