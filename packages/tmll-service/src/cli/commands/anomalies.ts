import { Command } from 'commander';
import { anomaliesModule } from 'tmll-analysis';
import { addAnalysisCommand } from '../analysis-command';
import { anomalyJson, anomalyText } from '../anomaly-report';
import { CliContext } from '../context';

const EXAMPLES = `
Examples:
  tmll anomalies trace
  tmll anomalies trace --output "event rate" --method moving_average --resample 100ms
  tmll anomalies trace --method zscore --set zscoreThreshold=3 --json
  tmll anomalies trace --fail-on 70 && echo "nothing severe"

Without --output it looks at what fits.
`;

/** `tmll anomalies`: what stands out in the series of traces. */
export function addAnomalies(program: Command, context: CliContext): void {
    addAnalysisCommand(program, context, {
        module: anomaliesModule,
        description: 'find what stands out in the series of a trace',
        examples: EXAMPLES,
        json: result => anomalyJson(result),
        text: result => anomalyText(result)
    });
}
