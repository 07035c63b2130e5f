import 'reflect-metadata';
import { Emitter } from '@theia/core/lib/common/event';
import { Overlay, OverlayProvider, OverlayTarget } from './overlay';
import { OverlayRegistry } from './overlay-registry';

function provider(id: string): OverlayProvider & { fire(): void } {
    const emitter = new Emitter<void>();
    return {
        id,
        label: id,
        onDidChange: emitter.event,
        fire: () => emitter.fire(),
        overlays: ({ outputId }: OverlayTarget): Overlay[] => {
            const none = new Float64Array();
            return [{ id: `${id} on ${outputId}`, kind: 'band', origin: 0n, times: none, low: none, high: none }];
        }
    };
}

class TestRegistry extends OverlayRegistry {
    constructor(providers: readonly OverlayProvider[]) {
        super();
        Object.assign(this, { contributions: { getContributions: () => providers } });
        this.init();
    }
}

const target: OverlayTarget = { experimentId: 'e', outputId: 'o' };

describe('OverlayRegistry', () => {
    it('has the overlays of all providers that are not hidden', () => {
        const registry = new TestRegistry([provider('a'), provider('b')]);
        expect(registry.overlays(target, new Set()).map(({ id }) => id)).toEqual(['a on o', 'b on o']);
        expect(registry.overlays(target, new Set(['a'])).map(({ id }) => id)).toEqual(['b on o']);
    });

    it('answers the same object until a provider or the choice has changed', () => {
        const changing = provider('a');
        const registry = new TestRegistry([changing]);
        const hidden = new Set<string>();
        const first = registry.overlays(target, hidden);
        expect(registry.overlays({ ...target }, hidden)).toBe(first);
        expect(registry.overlays(target, new Set())).not.toBe(first);
        const second = registry.overlays(target, hidden);
        let fired = 0;
        registry.onDidChange(() => fired++);
        changing.fire();
        expect(fired).toBe(1);
        expect(registry.overlays(target, hidden)).not.toBe(second);
    });
});
