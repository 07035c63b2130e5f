import * as vscode from 'vscode';
import { CommonCommands, PlainCommands } from './commands';
import type { JobWatch } from './analysis/job-watch';
import type { FindingList } from './findings/finding-list';
import type { ServiceHost } from './service/service-host';

interface Shown {
    readonly text: string;
    readonly tooltip: string;
    readonly command: string;
    readonly warning?: boolean;
}

/** Tells in the status bar how the service is, what runs, and how much was found. */
export class StatusItem implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem('tmll.plugin.status', vscode.StatusBarAlignment.Left);
    private readonly subscriptions: vscode.Disposable[];

    constructor(
        private readonly host: ServiceHost,
        private readonly jobs: JobWatch,
        private readonly list: FindingList
    ) {
        this.item.name = 'TMLL';
        const update = (): void => this.update();
        this.subscriptions = [
            this.item,
            host.onDidChangeState(update),
            jobs.onDidChange(update),
            list.onDidChange(update)
        ];
        update();
        this.item.show();
    }

    dispose(): void {
        this.subscriptions.forEach(each => each.dispose());
    }

    private update(): void {
        const { text, tooltip, command, warning } = this.describe();
        this.item.text = text;
        this.item.tooltip = tooltip;
        this.item.command = command;
        this.item.backgroundColor = warning ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    }

    private describe(): Shown {
        const { state } = this.host;
        switch (state.status) {
            case 'down':
                return {
                    text: '$(warning) TMLL',
                    tooltip: state.message,
                    command: CommonCommands.showLog,
                    warning: true
                };
            case 'restarting':
                return { text: '$(sync~spin) TMLL', tooltip: state.message, command: CommonCommands.showLog };
            case 'up':
                return this.describeWork();
            default:
                return {
                    text: '$(sync~spin) TMLL',
                    tooltip: 'The analysis service is starting.',
                    command: CommonCommands.showLog
                };
        }
    }

    private describeWork(): Shown {
        const running = this.jobs.active.length;
        if (running > 0) {
            const text = `$(sync~spin) TMLL: ${running === 1 ? 'one analysis' : `${running} analyses`}`;
            return { text, tooltip: 'Click to cancel.', command: PlainCommands.cancel };
        }
        const { experiment, findings, state } = this.list;
        if (experiment && state === 'listed') {
            const count = findings.length === 1 ? 'one finding' : `${findings.length} findings`;
            return { text: `$(beaker) TMLL: ${count}`, tooltip: experiment.name, command: PlainCommands.showFindings };
        }
        const tooltip = experiment ? `Analyze ${experiment.name}` : 'Open a trace in the Trace Viewer.';
        const command = experiment ? PlainCommands.analyzeTrace : PlainCommands.showFindings;
        return { text: '$(beaker) TMLL', tooltip, command };
    }
}
