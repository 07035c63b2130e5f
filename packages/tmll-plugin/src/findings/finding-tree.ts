import * as vscode from 'vscode';
import type { ListedFinding } from 'tmll-service/protocol';
import { PlainCommands } from '../commands';
import { settings } from '../service/service-settings';
import type { FindingList } from './finding-list';
import { FindingGroup, Grouping, groupFindings } from './group-findings';
import type { KnownFindings } from './known-findings';
import { levelIcon } from './level-icon';

export const FINDINGS_VIEW = 'tmll.plugin.findings';

/** Tells which hint stands in the empty view, see `viewsWelcome` in package.json. */
const STATE_CONTEXT = 'tmll.plugin.findingsState';

/** An entry of the tree: a group, a finding, or a sentence on why there are none. */
export type FindingNode = FindingGroup | ListedFinding | { readonly problem: string };

/** The findings as a tree, for hosts that have no list of their own. */
export class FindingTree implements vscode.TreeDataProvider<FindingNode>, vscode.Disposable {
    private readonly changeEmitter = new vscode.EventEmitter<void>();
    readonly onDidChangeTreeData = this.changeEmitter.event;
    private readonly subscriptions: vscode.Disposable[];

    constructor(
        private readonly list: FindingList,
        private readonly known: KnownFindings
    ) {
        const refresh = (): void => this.refresh();
        this.subscriptions = [
            list.onDidChange(refresh),
            known.onDidChange(refresh),
            vscode.workspace.onDidChangeConfiguration(
                event => event.affectsConfiguration('tmll.findings.groupBy') && this.refresh()
            ),
            this.changeEmitter
        ];
        refresh();
    }

    /** The view with this tree in it; its title tells the trace, its badge the number of findings. */
    createView(): vscode.TreeView<FindingNode> {
        const view = vscode.window.createTreeView(FINDINGS_VIEW, { treeDataProvider: this, showCollapseAll: true });
        const update = (): void => {
            const { experiment, findings } = this.list;
            view.description = experiment?.name;
            view.badge = { value: findings.length, tooltip: `${findings.length} findings` };
        };
        update();
        this.subscriptions.push(view, this.list.onDidChange(update));
        return view;
    }

    getChildren(node?: FindingNode): FindingNode[] {
        if (node) {
            return 'findings' in node ? [...node.findings] : [];
        }
        if (this.list.error !== undefined) {
            return [{ problem: this.list.error }];
        }
        return groupFindings(this.list.findings, settings().get<Grouping>('findings.groupBy', 'analysis'));
    }

    getTreeItem(node: FindingNode): vscode.TreeItem {
        if ('problem' in node) {
            const item = new vscode.TreeItem(node.problem);
            item.iconPath = new vscode.ThemeIcon('warning');
            item.tooltip = node.problem;
            return item;
        }
        return 'findings' in node ? groupItem(node) : this.findingItem(node);
    }

    dispose(): void {
        this.subscriptions.forEach(each => each.dispose());
    }

    private findingItem(listed: ListedFinding): vscode.TreeItem {
        const { what, where, when, lasts, level, finding, key } = listed;
        const known = this.known.has(key);
        const item = new vscode.TreeItem(what);
        item.id = `${listed.resultId}/${finding.id}`;
        item.description = `${where} · ${when} · ${lasts}${known ? ' · known' : ''}`;
        // Text, never markup: names of a trace are in it.
        item.tooltip = [
            finding.sentence,
            `${level} (${Math.round(finding.severity)}), ${Math.round(finding.confidence * 100)} % sure`,
            `${when}, ${lasts}`
        ].join('\n');
        item.iconPath = known ? new vscode.ThemeIcon('check') : levelIcon(level);
        item.contextValue = known ? 'finding.known' : 'finding';
        item.command = { command: PlainCommands.reveal, title: 'Reveal in the Trace Viewer', arguments: [listed] };
        item.accessibilityInformation = { label: `${level}: ${finding.sentence} ${when}` };
        return item;
    }

    private refresh(): void {
        void vscode.commands.executeCommand('setContext', STATE_CONTEXT, this.list.state);
        this.changeEmitter.fire();
    }
}

function groupItem({ id, title, level, findings }: FindingGroup): vscode.TreeItem {
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
    item.id = id;
    item.description = String(findings.length);
    item.iconPath = levelIcon(level);
    item.contextValue = 'group';
    return item;
}
