import { Command } from 'commander';
import { memoryLeaksModule } from 'tmll-analysis';
import { leakDocument, renderText, toWire } from 'tmll-analysis/algorithms';
import { addAnalysisCommand } from '../analysis-command';
import { CliContext } from '../context';

const EXAMPLES = `
Examples:
  tmll leaks trace
  tmll leaks trace --set memoryBudget=256 --fail-on 60
  tmll leaks trace --set heap=kernel --json

It needs the calls of the C library: LD_PRELOAD=liblttng-ust-libc-wrapper.so and lttng enable-event -u 'lttng_ust_libc:*';
the contexts vpid, vtid, ip and procname tell processes, threads and call sites.
`;

/** `tmll leaks`: memory that is never given back. */
export function addLeaks(program: Command, context: CliContext): void {
    addAnalysisCommand(program, context, {
        module: memoryLeaksModule,
        description: 'find memory that is never given back, and who asks for it',
        examples: EXAMPLES,
        selection: { add: command => command, read: () => undefined },
        json: ({ data }) => toWire(data),
        text: ({ data }) => renderText(leakDocument(data))
    });
}
