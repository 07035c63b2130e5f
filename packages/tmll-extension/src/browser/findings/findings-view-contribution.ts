import { injectable } from '@theia/core/shared/inversify';
import { CommandRegistry } from '@theia/core';
import { AbstractViewContribution, KeybindingRegistry } from '@theia/core/lib/browser';
import { TmllCommands } from '../commands/tmll-commands';
import { FindingsWidget } from './findings-widget';

/** The list of findings at the bottom of the workbench. */
@injectable()
export class FindingsViewContribution extends AbstractViewContribution<FindingsWidget> {
    constructor() {
        super({
            widgetId: FindingsWidget.ID,
            widgetName: FindingsWidget.LABEL,
            defaultWidgetOptions: { area: 'bottom' },
            toggleCommandId: 'tmll.toggleFindings'
        });
    }

    override registerCommands(commands: CommandRegistry): void {
        super.registerCommands(commands);
        commands.registerCommand(TmllCommands.SHOW_FINDINGS, { execute: () => this.openView({ activate: true }) });
    }

    override registerKeybindings(keybindings: KeybindingRegistry): void {
        super.registerKeybindings(keybindings);
        keybindings.registerKeybinding({ command: TmllCommands.SHOW_FINDINGS.id, keybinding: 'ctrlcmd+alt+f' });
    }
}
