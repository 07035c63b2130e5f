import { Command, CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { MenuContribution, MenuModelRegistry } from '@theia/core/lib/common/menu';
import { MessageService } from '@theia/core/lib/common/message-service';
import { codicon } from '@theia/core/lib/browser/widgets/widget';
import { inject, injectable, named, postConstruct } from '@theia/core/shared/inversify';
import { isPaneTarget, PaneTarget } from '../commands/pane-target';
import { TraceViewerMenus } from '../commands/trace-viewer-menus';
import { userSentence } from '../load/user-sentence';
import { PaneAction } from './pane-action';

/** All contributed pane actions, also as commands in the context menu of panes. */
@injectable()
export class PaneActionRegistry implements CommandContribution, MenuContribution {
    @inject(ContributionProvider)
    @named(PaneAction)
    protected readonly contributions: ContributionProvider<PaneAction>;

    @inject(MessageService)
    protected readonly messages: MessageService;

    protected readonly changeEmitter = new Emitter<void>();
    protected version = 0;

    @postConstruct()
    protected init(): void {
        for (const action of this.all) {
            action.onDidChange?.(() => {
                this.version++;
                this.changeEmitter.fire();
            });
        }
    }

    /** Fires when other actions may be visible, enabled or on. */
    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** Another number after each change. */
    get state(): number {
        return this.version;
    }

    /** Those with a button in a pane's header. */
    buttons(target: PaneTarget): readonly PaneAction[] {
        return this.all.filter(action => action.icon !== undefined && (action.isVisible?.(target) ?? true));
    }

    run(action: PaneAction, target: PaneTarget): void {
        Promise.resolve()
            .then(() => action.run(target))
            .catch(error => this.messages.error(userSentence(error)));
    }

    registerCommands(commands: CommandRegistry): void {
        for (const action of this.all) {
            commands.registerCommand(this.commandOf(action), {
                execute: (target: PaneTarget) => this.run(action, target),
                isEnabled: target => isPaneTarget(target) && (action.isEnabled?.(target) ?? true),
                isVisible: target => isPaneTarget(target) && (action.isVisible?.(target) ?? true),
                isToggled: target => isPaneTarget(target) && (action.isToggled?.(target) ?? false)
            });
        }
    }

    registerMenus(menus: MenuModelRegistry): void {
        this.all.forEach((action, order) =>
            menus.registerMenuAction(TraceViewerMenus.PANE_CONTEXT_ACTIONS, {
                commandId: this.commandOf(action).id,
                label: action.label,
                order: String(order).padStart(4, '0')
            })
        );
    }

    protected get all(): readonly PaneAction[] {
        return [...this.contributions.getContributions()].sort(
            (first, second) =>
                (first.order ?? '').localeCompare(second.order ?? '') || first.label.localeCompare(second.label)
        );
    }

    protected commandOf({ id, icon }: PaneAction): Command {
        return { id: `traceViewer.paneAction.${id}`, iconClass: icon && codicon(icon) };
    }
}
