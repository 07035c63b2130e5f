import { injectable } from '@theia/core/shared/inversify';
import { Emitter, Event, nls } from '@theia/core';
import type { TimeRange } from 'tmll-analysis/algorithms';
import type { Overlay, OverlayProvider, OverlayTarget } from 'tmll-viewer';

/** Long enough for the eye to find it in every pane, short enough not to hide what it is on. */
const FLASH_MS = 1_600;

/** Highlights a stretch of time on all charts of a trace for a moment, so that the eye finds it. */
@injectable()
export class FindingFlash implements OverlayProvider {
    readonly id = 'tmll-flash';
    readonly label = nls.localize('tmll/findings/flash', 'Finding just shown');

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected lit: { readonly experimentId: string; readonly overlays: readonly Overlay[] } | undefined;
    protected timer: ReturnType<typeof setTimeout> | undefined;

    show(experimentId: string, { startNs, endNs }: TimeRange): void {
        const overlay: Overlay = {
            kind: 'spans',
            id: 'flash',
            origin: startNs,
            starts: Float64Array.of(0),
            ends: Float64Array.of(Number(endNs - startNs)),
            severity: () => 'info',
            tooltip: () => [this.label]
        };
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.put(undefined), FLASH_MS);
        this.put({ experimentId, overlays: [overlay] });
    }

    overlays({ experimentId }: OverlayTarget): readonly Overlay[] {
        return this.lit?.experimentId === experimentId ? this.lit.overlays : [];
    }

    protected put(lit: FindingFlash['lit']): void {
        this.lit = lit;
        this.onDidChangeEmitter.fire();
    }
}
