import { injectable } from '@theia/core/shared/inversify';
import { CommandRegistry, MenuModelRegistry } from '@theia/core';
import { AbstractViewContribution, CommonMenus } from '@theia/core/lib/browser';
import { TmllCommands } from '../commands/tmll-commands';
import { WelcomeWidget } from './welcome-widget';

/** The welcome page in the main area, and the way back to it. */
@injectable()
export class WelcomeContribution extends AbstractViewContribution<WelcomeWidget> {
    constructor() {
        super({
            widgetId: WelcomeWidget.ID,
            widgetName: WelcomeWidget.LABEL,
            defaultWidgetOptions: { area: 'main' }
        });
    }

    override registerCommands(commands: CommandRegistry): void {
        super.registerCommands(commands);
        commands.registerCommand(TmllCommands.SHOW_WELCOME, { execute: () => this.openView({ activate: true }) });
    }

    override registerMenus(menus: MenuModelRegistry): void {
        super.registerMenus(menus);
        menus.registerMenuAction(CommonMenus.HELP, { commandId: TmllCommands.SHOW_WELCOME.id, order: '0' });
    }
}
