import { Command, CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { MenuContribution, MenuModelRegistry } from '@theia/core/lib/common/menu';
import { inject, injectable } from '@theia/core/shared/inversify';
import { isPaneTarget, PaneTarget } from '../commands/pane-target';
import { TraceViewerMenus } from '../commands/trace-viewer-menus';
import { codicon } from '../react/codicon';
import { PaneAction } from './pane-action';
import { PaneActionRegistry } from './pane-action-registry';

/** Contributed pane actions as commands in the context menu of panes. */
@injectable()
export class PaneActionCommands implements CommandContribution, MenuContribution {
    @inject(PaneActionRegistry)
    protected readonly registry: PaneActionRegistry;

    registerCommands(commands: CommandRegistry): void {
        for (const action of this.registry.all) {
            commands.registerCommand(this.commandOf(action), {
                execute: (target: PaneTarget) => this.registry.run(action, target),
                isEnabled: target => isPaneTarget(target) && (action.isEnabled?.(target) ?? true),
                isVisible: target => isPaneTarget(target) && (action.isVisible?.(target) ?? true),
                isToggled: target => isPaneTarget(target) && (action.isToggled?.(target) ?? false)
            });
        }
    }

    registerMenus(menus: MenuModelRegistry): void {
        this.registry.all.forEach((action, order) =>
            menus.registerMenuAction(TraceViewerMenus.PANE_CONTEXT_ACTIONS, {
                commandId: this.commandOf(action).id,
                label: action.label,
                order: String(order).padStart(4, '0')
            })
        );
    }

    protected commandOf({ id, icon }: PaneAction): Command {
        return { id: `traceViewer.paneAction.${id}`, iconClass: icon && codicon(icon) };
    }
}
