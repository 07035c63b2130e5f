import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, named, postConstruct } from '@theia/core/shared/inversify';
import { ExplorerGroup } from './explorer-group';

/** All contributed groups of the Traces view. */
@injectable()
export class ExplorerGroupRegistry {
    @inject(ContributionProvider)
    @named(ExplorerGroup)
    protected readonly contributions: ContributionProvider<ExplorerGroup>;

    protected readonly changeEmitter = new Emitter<void>();
    protected version = 0;

    @postConstruct()
    protected init(): void {
        for (const group of this.groups) {
            group.onDidChange(() => {
                this.version++;
                this.changeEmitter.fire();
            });
        }
    }

    /** In the order in which they are shown. */
    get groups(): readonly ExplorerGroup[] {
        return [...this.contributions.getContributions()].sort(
            (first, second) =>
                (first.order ?? '').localeCompare(second.order ?? '') || first.label.localeCompare(second.label)
        );
    }

    /** Fires when one of them has something else to show. */
    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** Another number after each change. */
    get state(): number {
        return this.version;
    }
}
