import { inject, injectable } from '@theia/core/shared/inversify';
import {
    CommandContribution,
    CommandRegistry,
    MenuContribution,
    MenuModelRegistry,
    MessageService,
    nls
} from '@theia/core';
import { KeybindingContribution, KeybindingRegistry } from '@theia/core/lib/browser';
import { TraceSessionManager, TraceViewerMenus } from 'tmll-viewer';
import { TmllCommands, TmllMenu } from '../commands/tmll-commands';
import { markedRange } from '../form/analysis-range';
import { WindowExplanation } from './window-explanation';

/** The command that explains the stretch of time which is marked on the charts. */
@injectable()
export class ExplainContribution implements CommandContribution, MenuContribution, KeybindingContribution {
    @inject(WindowExplanation)
    protected readonly explanation: WindowExplanation;

    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(MessageService)
    protected readonly messages: MessageService;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(TmllCommands.EXPLAIN_SELECTION, {
            execute: () => this.explain(),
            isEnabled: () => this.sessions.active !== undefined && this.explanation.isOnOffer
        });
    }

    registerMenus(menus: MenuModelRegistry): void {
        const commandId = TmllCommands.EXPLAIN_SELECTION.id;
        menus.registerMenuAction(TmllMenu.RUN, { commandId, order: '1' });
        menus.registerMenuAction(TraceViewerMenus.PANE_CONTEXT_ANALYSE, { commandId });
    }

    registerKeybindings(keybindings: KeybindingRegistry): void {
        keybindings.registerKeybinding({ command: TmllCommands.EXPLAIN_SELECTION.id, keybinding: 'ctrlcmd+alt+e' });
    }

    protected async explain(): Promise<void> {
        const { active } = this.sessions;
        if (!active) {
            return;
        }
        const range = markedRange(active);
        if (range) {
            await this.explanation.explain(active.experiment.UUID, range);
        } else {
            const hint = 'Mark the stretch of time to explain first: drag over a chart.';
            await this.messages.info(nls.localize('tmll/explain/noSelection', hint));
        }
    }
}
