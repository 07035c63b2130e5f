import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { CommandRegistry, MenuModelRegistry } from '@theia/core';
import { AbstractViewContribution, KeybindingRegistry } from '@theia/core/lib/browser';
import { ContextKeyService } from '@theia/core/lib/browser/context-key-service';
import { isPaneTarget, PaneTarget, TraceViewerMenus } from 'tmll-viewer';
import { TmllCommands } from '../commands/tmll-commands';
import { AnalysisForm } from '../form/analysis-form';
import { AnalysisWidget } from './analysis-widget';
import { HistoryActions } from './history-actions';

/** Set while the panel has the focus. */
const FOCUS_KEY = 'tmllAnalysisFocus';

/** The analysis panel at the right of the workbench. */
@injectable()
export class AnalysisViewContribution extends AbstractViewContribution<AnalysisWidget> {
    @inject(AnalysisForm)
    protected readonly form: AnalysisForm;

    @inject(HistoryActions)
    protected readonly actions: HistoryActions;

    @inject(ContextKeyService)
    protected readonly contextKeys: ContextKeyService;

    constructor() {
        super({
            widgetId: AnalysisWidget.ID,
            widgetName: AnalysisWidget.LABEL,
            defaultWidgetOptions: { area: 'right', rank: 100 },
            toggleCommandId: 'tmll.toggleAnalysis'
        });
    }

    @postConstruct()
    protected init(): void {
        const hasFocus = this.contextKeys.createKey<boolean>(FOCUS_KEY, false);
        this.shell.onDidChangeActiveWidget(({ newValue }) => hasFocus.set(newValue instanceof AnalysisWidget));
    }

    override registerCommands(commands: CommandRegistry): void {
        super.registerCommands(commands);
        commands.registerCommand(TmllCommands.FIND_ANOMALIES, { execute: () => this.openView({ activate: true }) });
        commands.registerCommand(TmllCommands.FIND_IN_PANE, {
            execute: (pane: PaneTarget) => this.findInPane(pane),
            // Not in the palette, where no pane is meant.
            isVisible: (pane?: unknown) => isPaneTarget(pane)
        });
        commands.registerCommand(TmllCommands.RUN, {
            execute: () => this.form.run(),
            isEnabled: () => this.form.obstacle === undefined
        });
        commands.registerCommand(TmllCommands.COPY_COMMAND_LINE, {
            execute: () => this.form.commandLine && this.actions.copy(this.form.commandLine),
            isEnabled: () => this.form.commandLine !== undefined
        });
    }

    override registerMenus(menus: MenuModelRegistry): void {
        super.registerMenus(menus);
        menus.registerMenuAction(TraceViewerMenus.PANE_CONTEXT_ANALYSE, { commandId: TmllCommands.FIND_IN_PANE.id });
    }

    override registerKeybindings(keybindings: KeybindingRegistry): void {
        super.registerKeybindings(keybindings);
        keybindings.registerKeybindings(
            { command: TmllCommands.FIND_ANOMALIES.id, keybinding: 'ctrlcmd+alt+a' },
            { command: TmllCommands.RUN.id, keybinding: 'ctrlcmd+enter', when: FOCUS_KEY }
        );
    }

    protected async findInPane({ outputId }: PaneTarget): Promise<void> {
        this.form.picker.chooseOutput(outputId);
        await this.openView({ activate: true });
    }
}
