import * as vscode from 'vscode';
import type { ListedFinding } from 'tmll-service/protocol';
import { PlainCommands } from '../commands';
import type { FindingList } from '../findings/finding-list';
import { findingText } from '../findings/finding-text';
import type { FindingNode } from '../findings/finding-tree';
import { Grouping } from '../findings/group-findings';
import type { KnownFindings } from '../findings/known-findings';
import { settings } from '../service/service-settings';
import type { TraceViewer } from '../trace-viewer/trace-viewer';
import type { AnalysisCommands } from './analysis-commands';
import { register } from './register';

export interface FindingCommandsOptions {
    readonly list: FindingList;
    readonly known: KnownFindings;
    readonly actions: AnalysisCommands;
    readonly view: vscode.TreeView<FindingNode>;
}

/** What can be done with findings; without an argument, with the one that is selected in the tree. */
export class FindingCommands implements vscode.Disposable {
    private readonly subscriptions: readonly vscode.Disposable[];
    private viewer: TraceViewer | undefined;

    constructor(private readonly options: FindingCommandsOptions) {
        const { known } = options;
        const withFinding = (id: string, action: (finding: ListedFinding) => unknown): vscode.Disposable =>
            register(id, (node?: FindingNode) => action(this.chosen(node)));
        this.subscriptions = [
            withFinding(PlainCommands.reveal, finding => this.reveal(finding)),
            withFinding(PlainCommands.explain, finding => this.explain(finding)),
            withFinding(PlainCommands.copy, finding => vscode.env.clipboard.writeText(findingText(finding))),
            withFinding(PlainCommands.markKnown, ({ key }) => known.set(key, true)),
            withFinding(PlainCommands.unmarkKnown, ({ key }) => known.set(key, false)),
            register(PlainCommands.groupByAnalysis, () => groupBy('analysis')),
            register(PlainCommands.groupBySeverity, () => groupBy('severity'))
        ];
    }

    follow(viewer: TraceViewer): void {
        this.viewer = viewer;
    }

    dispose(): void {
        this.subscriptions.forEach(each => each.dispose());
    }

    private chosen(node: FindingNode | undefined): ListedFinding {
        const chosen = node ?? this.options.view.selection[0];
        if (!chosen || !('finding' in chosen)) {
            throw new Error('Choose a finding in the list first.');
        }
        return chosen;
    }

    private async reveal({ finding: { startNs, endNs, series } }: ListedFinding): Promise<void> {
        const { experiment } = this.options.list;
        const request = experiment && { experimentId: experiment.id, startNs, endNs, outputId: series?.outputId };
        if (!request || !(await this.viewer?.reveal(request))) {
            throw new Error('Its trace is not open in the Trace Viewer; open it there to see this.');
        }
    }

    private async explain({ finding: { startNs, endNs } }: ListedFinding): Promise<void> {
        const { experiment } = this.options.list;
        if (experiment) {
            const { id, name } = experiment;
            await this.options.actions.explain({ experimentId: id, name, range: { startNs, endNs } });
        }
    }
}

async function groupBy(grouping: Grouping): Promise<void> {
    await settings().update('findings.groupBy', grouping, vscode.ConfigurationTarget.Global);
}
