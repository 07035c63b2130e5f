import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { OutputRenderer } from './output-renderer';

/** All contributed renderers. */
@injectable()
export class OutputRendererRegistry {
    @inject(ContributionProvider)
    @named(OutputRenderer)
    protected readonly contributions: ContributionProvider<OutputRenderer>;

    /** The one that fits an output best, the earlier of two that fit equally; undefined when none fits. */
    rendererFor(output: OutputDescriptor): OutputRenderer | undefined {
        let best: OutputRenderer | undefined;
        let bestFit = 0;
        for (const renderer of this.contributions.getContributions()) {
            const fit = renderer.canRender(output);
            if (fit > bestFit) {
                best = renderer;
                bestFit = fit;
            }
        }
        return best;
    }
}
