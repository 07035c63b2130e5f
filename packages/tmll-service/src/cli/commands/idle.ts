import { Command } from 'commander';
import { idleModule } from 'tmll-analysis';
import { interpretIdle, renderText, toWire } from 'tmll-analysis/algorithms';
import { addAnalysisCommand } from '../analysis-command';
import { CliContext } from '../context';

const EXAMPLES = `
Examples:
  tmll idle trace
  tmll idle trace --set cpuIdleThreshold=5 --set idleTime=100ms
  tmll idle trace --output "disk" --set scheduling=false --json

Without --output it looks at CPU, memory and disk, and at the states of the CPUs.
`;

/** `tmll idle`: resources that rest, and how threads share the CPUs. */
export function addIdle(program: Command, context: CliContext): void {
    addAnalysisCommand(program, context, {
        module: idleModule,
        description: 'find resources that rest, and how threads share the CPUs',
        examples: EXAMPLES,
        json: ({ data }) => toWire(data),
        text: result => renderText(interpretIdle(result))
    });
}
