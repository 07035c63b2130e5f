import { inject, injectable } from '@theia/core/shared/inversify';
import { CommandRegistry } from '@theia/core';
import { AbstractViewContribution, KeybindingRegistry } from '@theia/core/lib/browser';
import { TmllCommands } from '../commands/tmll-commands';
import { AnalysisForm } from '../form/analysis-form';
import { AnalysisWidget } from './analysis-widget';

/** The analysis panel at the right of the workbench. */
@injectable()
export class AnalysisViewContribution extends AbstractViewContribution<AnalysisWidget> {
    @inject(AnalysisForm)
    protected readonly form: AnalysisForm;

    constructor() {
        super({
            widgetId: AnalysisWidget.ID,
            widgetName: AnalysisWidget.LABEL,
            defaultWidgetOptions: { area: 'right', rank: 100 },
            toggleCommandId: 'tmll.toggleAnalysis'
        });
    }

    override registerCommands(commands: CommandRegistry): void {
        super.registerCommands(commands);
        commands.registerCommand(TmllCommands.FIND_ANOMALIES, { execute: () => this.openView({ activate: true }) });
        commands.registerCommand(TmllCommands.RUN, {
            execute: () => this.form.run(),
            isEnabled: () => this.isPanelActive() && this.form.obstacle === undefined,
            isVisible: () => this.form.obstacle === undefined
        });
    }

    override registerKeybindings(keybindings: KeybindingRegistry): void {
        super.registerKeybindings(keybindings);
        keybindings.registerKeybindings(
            { command: TmllCommands.FIND_ANOMALIES.id, keybinding: 'ctrlcmd+alt+a' },
            { command: TmllCommands.RUN.id, keybinding: 'ctrlcmd+enter' }
        );
    }

    protected isPanelActive(): boolean {
        return this.shell.activeWidget instanceof AnalysisWidget;
    }
}
