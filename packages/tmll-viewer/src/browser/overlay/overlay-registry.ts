import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, named, postConstruct } from '@theia/core/shared/inversify';
import { Overlay, OverlayProvider, OverlayTarget } from './overlay';

/** All contributed overlays. */
@injectable()
export class OverlayRegistry {
    @inject(ContributionProvider)
    @named(OverlayProvider)
    protected readonly contributions: ContributionProvider<OverlayProvider>;

    protected readonly changeEmitter = new Emitter<void>();
    protected readonly cache = new Map<string, CachedOverlays>();
    protected readonly switchCache = new Map<string, readonly OverlaySwitch[]>();

    @postConstruct()
    protected init(): void {
        for (const provider of this.providers) {
            provider.onDidChange(() => {
                this.cache.clear();
                this.switchCache.clear();
                this.changeEmitter.fire();
            });
        }
    }

    get providers(): readonly OverlayProvider[] {
        return this.contributions.getContributions();
    }

    /** Fires when one of the providers has something else to show. */
    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** What a user can switch on a chart; the same object until something has changed. */
    switches(experimentId: string, outputId: string): readonly OverlaySwitch[] {
        const key = `${experimentId}/${outputId}`;
        let switches = this.switchCache.get(key);
        if (!switches) {
            switches = this.providers.flatMap((provider): OverlaySwitch[] => [
                { id: provider.id, label: provider.label },
                ...(provider.categories?.({ experimentId, outputId }) ?? []).map(category => ({
                    id: categoryKey(provider.id, category.id),
                    label: category.label,
                    depth: 1
                }))
            ]);
            this.switchCache.set(key, switches);
        }
        return switches;
    }

    /**
     * What is to be drawn on a chart, without that of the providers named: the same object until something has changed.
     * @param hidden ids of providers, and `categoryKey`s; another set whenever others are hidden
     */
    overlays({ experimentId, outputId }: OverlayTarget, hidden: ReadonlySet<string>): readonly Overlay[] {
        const key = `${experimentId}/${outputId}`;
        const cached = this.cache.get(key);
        if (cached?.hidden === hidden) {
            return cached.overlays;
        }
        const overlays = this.providers
            .filter(provider => !hidden.has(provider.id))
            .flatMap(provider =>
                provider
                    .overlays({ experimentId, outputId })
                    .filter(({ category }) => category === undefined || !hidden.has(categoryKey(provider.id, category)))
            );
        this.cache.set(key, { hidden, overlays });
        return overlays;
    }
}

/** Names one category of a provider's overlays among what is hidden in a pane. */
export function categoryKey(providerId: string, category: string): string {
    return `${providerId}/${category}`;
}

/** A provider, or one of its categories, that can be shown and hidden. */
export interface OverlaySwitch {
    readonly id: string;
    readonly label: string;
    /** 1 for a category. */
    readonly depth?: number;
}

interface CachedOverlays {
    readonly hidden: ReadonlySet<string>;
    readonly overlays: readonly Overlay[];
}
