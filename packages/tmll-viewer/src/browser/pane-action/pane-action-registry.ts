import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { MessageService } from '@theia/core/lib/common/message-service';
import { inject, injectable, named, postConstruct } from '@theia/core/shared/inversify';
import { PaneTarget } from '../commands/pane-target';
import { userSentence } from '../load/user-sentence';
import { PaneAction } from './pane-action';

/** All contributed pane actions. */
@injectable()
export class PaneActionRegistry {
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

    /** In the order in which they are shown. */
    get all(): readonly PaneAction[] {
        return [...this.contributions.getContributions()].sort(
            (first, second) =>
                (first.order ?? '').localeCompare(second.order ?? '') || first.label.localeCompare(second.label)
        );
    }
}
