import { inject, injectable } from '@theia/core/shared/inversify';
import { CommandService, MessageService, nls } from '@theia/core';
import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { saveFile, TraceSessionManager } from 'tmll-viewer';
import { AnalysisRerun } from '../analyze/analysis-rerun';
import { WindowExplanation } from '../analyze/window-explanation';
import { TmllCommands } from '../commands/tmll-commands';
import { ResultEntry } from '../results/result-entry';
import { ResultModel } from '../results/result-model';
import { ResultOpener } from '../result-view/result-opener';
import { findingsCsv } from './findings-csv';
import { FindingRow } from './finding-row';

const SHOWN_MS = 5_000;

/** What can be done with findings. */
@injectable()
export class FindingActions {
    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(WindowExplanation)
    protected readonly explanation: WindowExplanation;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(ResultOpener)
    protected readonly opener: ResultOpener;

    @inject(AnalysisRerun)
    protected readonly again: AnalysisRerun;

    @inject(CommandService)
    protected readonly commands: CommandService;

    @inject(ClipboardService)
    protected readonly clipboard: ClipboardService;

    @inject(MessageService)
    protected readonly messages: MessageService;

    /** Copies what was found, where and when, and the command that finds it again. */
    async copy({ finding, where, resultId }: FindingRow): Promise<void> {
        const command = this.entryOf(resultId)?.content?.provenance.command;
        const lines = [finding.sentence, where, `${finding.startNs} – ${finding.endNs} ns`, command ?? ''];
        await this.clipboard.writeText(lines.filter(line => line !== '').join('\n'));
        await this.messages.info(nls.localize('tmll/findings/copied', 'Copied.'), { timeout: SHOWN_MS });
    }

    /** Opens the result that a finding belongs to. */
    async showEvidence(resultId: string): Promise<void> {
        const entry = this.entryOf(resultId);
        if (entry) {
            await this.opener.open(entry.summary);
        }
    }

    get canExplain(): boolean {
        return this.explanation.isOnOffer;
    }

    /** Asks what else changed while a finding lasted, and opens the answer when it is there. */
    async explain({ finding }: FindingRow): Promise<void> {
        const { active } = this.sessions;
        if (active) {
            await this.explanation.explain(active.experiment.UUID, finding);
        }
    }

    /** Computes results anew that are of an earlier state of the trace in front. */
    async rerun(resultIds: readonly string[]): Promise<void> {
        const { active } = this.sessions;
        if (active) {
            await Promise.all(resultIds.map(id => this.again.rerunResult(active.experiment.UUID, id)));
        }
    }

    async exportReport(): Promise<void> {
        await this.commands.executeCommand(TmllCommands.EXPORT_REPORT.id);
    }

    saveCsv(rows: readonly FindingRow[]): void {
        const name = this.sessions.active?.experiment.name ?? 'trace';
        saveFile(new Blob([findingsCsv(rows)], { type: 'text/csv' }), `${name} findings.csv`);
    }

    protected entryOf(resultId: string): ResultEntry | undefined {
        const { active } = this.sessions;
        return active && this.results.entries(active.experiment.UUID).find(({ summary }) => summary.id === resultId);
    }
}
