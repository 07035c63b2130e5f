import type { ShownExperiment, TraceViewerState } from 'tmll-service/protocol';
import { absoluteRange, NsRange, toNs, toWireRange } from './ns';
import type { ViewerExperiment, ViewerRange, ViewerRangePayload } from './trace-viewer-api';

/** An experiment in the Trace Viewer. */
export interface TrackedExperiment {
    readonly id: string;
    readonly name: string;
    /** First and last event; the last moves while the trace is being read. */
    readonly full: NsRange;
    /** What is on screen. */
    readonly view?: NsRange;
    /** What the user has marked. */
    readonly selection?: NsRange;
}

interface Tracked {
    experiment?: ViewerExperiment;
    view?: ViewerRange;
    selection?: ViewerRange;
}

/** What is known of the Trace Viewer, made of its signals in the order in which they come. */
export class ViewerModel {
    private readonly byId = new Map<string, Tracked>();
    private frontId: string | undefined;
    private activations = 0;

    /** A tab has come to front. */
    activated(experiment: ViewerExperiment): void {
        this.updated(experiment);
        this.frontId = experiment.UUID;
        this.activations++;
    }

    /** An experiment was chosen, in the list or by a tab; or none is any more. */
    selected(experiment: ViewerExperiment | undefined): void {
        if (experiment) {
            this.updated(experiment);
        }
        this.frontId = experiment?.UUID;
    }

    /** The trace server tells more of an experiment. */
    updated(experiment: ViewerExperiment): void {
        this.track(experiment.UUID).experiment = experiment;
    }

    closed(id: string): void {
        this.byId.delete(id);
        if (this.frontId === id) {
            this.frontId = undefined;
        }
    }

    /** Ranges may come before the experiment is known: they wait for it. */
    viewChanged({ experimentUUID, timeRange }: ViewerRangePayload): void {
        this.track(experimentUUID).view = timeRange;
    }

    selectionChanged({ experimentUUID, timeRange }: ViewerRangePayload): void {
        this.track(experimentUUID).selection = timeRange;
    }

    get front(): TrackedExperiment | undefined {
        return this.frontId === undefined ? undefined : this.find(this.frontId);
    }

    find(id: string): TrackedExperiment | undefined {
        const tracked = this.byId.get(id);
        const { experiment } = tracked ?? {};
        const [start, end] = [toNs(experiment?.start), toNs(experiment?.end)];
        if (!tracked || !experiment || start === undefined || end === undefined) {
            return undefined;
        }
        return {
            id,
            name: experiment.name,
            full: { start, end },
            view: absoluteRange(tracked.view, start),
            selection: absoluteRange(tracked.selection, start)
        };
    }

    get state(): TraceViewerState {
        const experiments = [...this.byId.keys()].flatMap(id => this.find(id) ?? []).map(toShown);
        return { experiments, front: this.front?.id, activations: this.activations };
    }

    private track(id: string): Tracked {
        const tracked = this.byId.get(id) ?? {};
        this.byId.set(id, tracked);
        return tracked;
    }
}

function toShown({ id, name, view, selection }: TrackedExperiment): ShownExperiment {
    return { id, name, view: view && toWireRange(view), selection: selection && toWireRange(selection) };
}
