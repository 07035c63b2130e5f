import * as vscode from 'vscode';
import type { ListedFinding } from 'tmll-service/protocol';
import { PlainCommands } from '../commands';
import { settings } from '../service/service-settings';
import { ActionNode, EmptyState, emptyState } from './empty-states';
import type { FindingList } from './finding-list';
import { FindingGroup, Grouping, groupFindings } from './group-findings';
import type { KnownFindings } from './known-findings';
import { levelIcon } from './level-icon';

export const FINDINGS_VIEW = 'tmll.plugin.findings';

/** An entry of the tree: a group, a finding, or what can be done while there are none. */
export type FindingNode = FindingGroup | ListedFinding | ActionNode;

/** The findings as a tree, for hosts that have no list of their own. */
export class FindingTree implements vscode.TreeDataProvider<FindingNode>, vscode.Disposable {
    private readonly changeEmitter = new vscode.EventEmitter<void>();
    readonly onDidChangeTreeData = this.changeEmitter.event;
    private readonly subscriptions: vscode.Disposable[];

    constructor(
        private readonly list: FindingList,
        private readonly known: KnownFindings
    ) {
        const refresh = (): void => this.changeEmitter.fire();
        this.subscriptions = [
            list.onDidChange(refresh),
            known.onDidChange(refresh),
            vscode.workspace.onDidChangeConfiguration(
                event => event.affectsConfiguration('tmll.findings.groupBy') && refresh()
            ),
            this.changeEmitter
        ];
    }

    /** The view with this tree in it; it tells the trace, the number of findings, and why there are none. */
    createView(): vscode.TreeView<FindingNode> {
        const view = vscode.window.createTreeView(FINDINGS_VIEW, { treeDataProvider: this, showCollapseAll: true });
        const update = (): void => {
            const { experiment, findings } = this.list;
            view.description = experiment?.name;
            view.message = findings.length === 0 ? this.empty().message : undefined;
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
        if (this.list.findings.length === 0) {
            return [...this.empty().actions];
        }
        return groupFindings(this.list.findings, settings().get<Grouping>('findings.groupBy', 'analysis'));
    }

    getTreeItem(node: FindingNode): vscode.TreeItem {
        if ('icon' in node) {
            return actionItem(node);
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

    private empty(): EmptyState {
        return emptyState(this.list.state, this.list.error);
    }
}

function actionItem({ title, icon, command }: ActionNode): vscode.TreeItem {
    const item = new vscode.TreeItem(title);
    item.id = command;
    item.iconPath = new vscode.ThemeIcon(icon);
    item.command = { command, title };
    return item;
}

function groupItem({ id, title, level, findings }: FindingGroup): vscode.TreeItem {
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
    item.id = id;
    item.description = String(findings.length);
    item.iconPath = levelIcon(level);
    item.contextValue = 'group';
    return item;
}
