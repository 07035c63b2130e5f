import type { ShownExperiment, WireRange } from 'tmll-service/protocol';
import { OpenedExperiment, SeriesPath, TimeWindow, TraceSessionImpl } from 'tmll-viewer';
import { toWindow } from '../form/analysis-range';
import type { TraceViewerLink } from './trace-viewer-link';

/** An experiment that the Trace Viewer shows: its times are those of the Trace Viewer, and what is revealed is revealed there. */
export class TraceViewerSession extends TraceSessionImpl {
    /** The chart that the next range is revealed on. */
    private outputId: string | undefined;

    constructor(
        opened: OpenedExperiment,
        private readonly link: TraceViewerLink
    ) {
        super(opened);
    }

    /** Takes over what the Trace Viewer shows and has marked. */
    follow({ view, selection }: ShownExperiment): void {
        if (view) {
            this.time.setView(this.windowOf(view));
        }
        this.time.setSelection(selection && this.windowOf(selection));
    }

    override showSeries(outputId: string, _path: SeriesPath): void {
        this.outputId = outputId;
    }

    override reveal({ start, end }: TimeWindow): void {
        const { origin, outputId } = this;
        const toNs = (time: number): string => String(origin + BigInt(Math.round(time)));
        this.outputId = undefined;
        this.link.reveal({ experimentId: this.experiment.UUID, startNs: toNs(start), endNs: toNs(end), outputId });
    }

    private windowOf({ startNs, endNs }: WireRange): TimeWindow {
        return toWindow({ startNs: BigInt(startNs), endNs: BigInt(endNs) }, this.origin);
    }
}
