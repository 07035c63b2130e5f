import { EventTimes } from '../../outputs/recording/event-times';
import { TraceRecording } from '../../outputs/recording/trace-recording';
import type { AnyOutput } from '../../outputs/output';
import { outputs } from '../../outputs/registry';
import type { EventType, Trace } from '../../trace/trace';

/** The outputs that traces with events of these types have. */
export function outputsFor(types: readonly EventType[]): AnyOutput[] {
    return outputs.filter(output => output.appliesTo(types));
}

/** A recording of a trace with the recorders of all outputs that it may have: the same ones in every thread. */
export function prepareRecording(trace: Trace, name: string): TraceRecording {
    const recording = new TraceRecording(trace, name);
    recording.of(EventTimes);
    outputsFor(trace.eventTypes).forEach(({ recorders }) => recorders.forEach(kind => recording.of(kind)));
    return recording;
}
