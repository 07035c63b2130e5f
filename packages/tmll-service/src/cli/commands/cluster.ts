import { Command } from 'commander';
import { clusteringModule } from 'tmll-analysis';
import { interpretClustering, renderText, toWire } from 'tmll-analysis/algorithms';
import { addAnalysisCommand } from '../analysis-command';
import { CliContext } from '../context';

const EXAMPLES = `
Examples:
  tmll cluster trace
  tmll cluster trace --output "cpu usage" --set of=series --method hierarchical
  tmll cluster trace --set of=phases --set window=100ms --json

Without --output it looks at what fits.
`;

/** `tmll cluster`: series that move alike, and the phases of a trace. */
export function addCluster(program: Command, context: CliContext): void {
    addAnalysisCommand(program, context, {
        module: clusteringModule,
        description: 'group series that move alike, and find the phases of a trace',
        examples: EXAMPLES,
        json: ({ data }) => toWire(data),
        text: result => renderText(interpretClustering(result))
    });
}
