import { Command } from 'commander';
import { forecastModule } from 'tmll-analysis';
import { interpretCapacity, renderText, toWire } from 'tmll-analysis/algorithms';
import { addAnalysisCommand } from '../analysis-command';
import { CliContext } from '../context';

const EXAMPLES = `
Examples:
  tmll forecast trace
  tmll forecast trace --output "memory usage" --set memoryThreshold=512 --set forecastSteps=500
  tmll forecast trace --set cpuThreshold=70 --fail-on 60 && echo "enough room"

Without --output it looks at CPU, memory and disk.
`;

/** `tmll forecast`: how resources go on, and when their limits are exceeded. */
export function addForecast(program: Command, context: CliContext): void {
    addAnalysisCommand(program, context, {
        module: forecastModule,
        description: 'forecast resources and when their limits are exceeded',
        examples: EXAMPLES,
        json: ({ data }) => toWire(data),
        text: result => renderText(interpretCapacity(result))
    });
}
