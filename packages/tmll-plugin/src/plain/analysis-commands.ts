import * as vscode from 'vscode';
import type { WireRange } from 'tmll-service/protocol';
import { Analyses, AnalysisOutcome, AnalysisTarget } from '../analysis/analyses';
import { PlainCommands } from '../commands';
import type { FindingList, ListedExperiment } from '../findings/finding-list';
import { FINDINGS_VIEW } from '../findings/finding-tree';
import type { ReportPanel } from '../report/report-panel';
import { toWireRange } from '../trace-viewer/ns';
import type { TraceViewer } from '../trace-viewer/trace-viewer';
import type { TrackedExperiment } from '../trace-viewer/viewer-model';
import { register } from './register';

export interface AnalysisCommandsOptions {
    /** Gets the service anew. */
    readonly restart: () => void;
    readonly analyses: Analyses;
    readonly list: FindingList;
    readonly report: ReportPanel;
}

const SHOW_FINDINGS = 'Show Findings';

/** The commands that analyse what the Trace Viewer shows, and show what came of it. */
export class AnalysisCommands implements vscode.Disposable {
    private readonly subscriptions: readonly vscode.Disposable[];
    private viewer: TraceViewer | undefined;
    /** Experiments that are being analysed as a whole. */
    private readonly busy = new Set<string>();

    constructor(private readonly options: AnalysisCommandsOptions) {
        const { restart, analyses, list, report } = options;
        this.subscriptions = [
            register(PlainCommands.analyzeTrace, () => this.analyze(this.experiment())),
            register(PlainCommands.analyzeSelection, () => this.analyzeSelection()),
            register(PlainCommands.explainSelection, () => this.explainSelection()),
            register(PlainCommands.showFindings, () => vscode.commands.executeCommand(`${FINDINGS_VIEW}.focus`)),
            register(PlainCommands.showReport, () => this.showReport()),
            register(PlainCommands.saveReport, () => report.save()),
            register(PlainCommands.cancel, () => analyses.cancelAll()),
            register(PlainCommands.refresh, () => list.read()),
            register(PlainCommands.restartService, restart)
        ];
    }

    follow(viewer: TraceViewer): void {
        this.viewer = viewer;
    }

    /** Runs all analyses that apply, unless they run already, and tells what they found. */
    async analyze({ id, name }: ListedExperiment): Promise<void> {
        if (this.busy.has(id)) {
            return;
        }
        this.busy.add(id);
        try {
            await this.tell(name, await this.options.analyses.analyze({ experimentId: id, name }));
        } finally {
            this.busy.delete(id);
        }
    }

    /** Asks what else changed in a stretch of time, and opens the answer. */
    async explain(target: AnalysisTarget & { readonly range: WireRange }): Promise<void> {
        const { done, absences, cancelled } = await this.options.analyses.explain(target);
        const [job] = done;
        if (job?.resultId !== undefined) {
            const title = `What changed in ${target.name}`;
            await this.options.report.show({ title, of: { result: job.resultId } });
        } else if (!cancelled) {
            throw new Error(absences[0] ?? 'The analysis has no result.');
        }
    }

    dispose(): void {
        this.subscriptions.forEach(each => each.dispose());
    }

    private async analyzeSelection(): Promise<void> {
        const { id, name } = this.experiment();
        const range = this.selection();
        await this.tell(name, await this.options.analyses.analyze({ experimentId: id, name, range }));
    }

    private explainSelection(): Promise<void> {
        const { id, name } = this.experiment();
        return this.explain({ experimentId: id, name, range: this.selection() });
    }

    private showReport(): Promise<void> {
        const { id, name } = this.experiment();
        return this.options.report.show({ title: `${name} report`, of: { experiment: id } });
    }

    private experiment(): TrackedExperiment {
        const front = this.viewer?.front;
        if (!front) {
            throw new Error('Open a trace in the Trace Viewer first, and bring its tab to front.');
        }
        return front;
    }

    private selection(): WireRange {
        const { selection } = this.experiment();
        if (!selection || selection.start === selection.end) {
            throw new Error('Mark a stretch of time in the Trace Viewer first: drag over a chart.');
        }
        return toWireRange(selection);
    }

    private async tell(name: string, { done, absences, cancelled }: AnalysisOutcome): Promise<void> {
        if (cancelled) {
            await vscode.window.showInformationMessage(`${name}: cancelled.`);
            return;
        }
        await this.options.list.read();
        const { findings } = this.options.list;
        // What does not apply to a trace says so in a sentence of its own: no reason to alarm anybody.
        const text = [`${name}: ${done.length} analyses, ${findings.length} findings.`, ...absences].join(' ');
        if ((await vscode.window.showInformationMessage(text, SHOW_FINDINGS)) === SHOW_FINDINGS) {
            await vscode.commands.executeCommand(PlainCommands.showFindings);
        }
    }
}
