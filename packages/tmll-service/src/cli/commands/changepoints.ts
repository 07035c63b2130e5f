import { Command } from 'commander';
import { changePointsModule } from 'tmll-analysis';
import { interpretChangePoints, renderText, toWire } from 'tmll-analysis/algorithms';
import { addAnalysisCommand } from '../analysis-command';
import { CliContext } from '../context';

const EXAMPLES = `
Examples:
  tmll changepoints trace
  tmll changepoints trace --output "memory usage" --set cost=trend
  tmll changepoints trace --output cpu --output disk --method all --resample 100ms --json

Without --output it looks at what fits.
`;

/** `tmll changepoints`: when series begin to behave in another way. */
export function addChangePoints(program: Command, context: CliContext): void {
    addAnalysisCommand(program, context, {
        module: changePointsModule,
        description: 'find when series begin to behave in another way',
        examples: EXAMPLES,
        json: ({ data }) => toWire(data),
        text: result => renderText(interpretChangePoints(result))
    });
}
