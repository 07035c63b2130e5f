import type { EventType } from '../../trace/trace';
import { TimeColumn } from '../columns/time-column';
import type { EventHandler, Recorder, TraceRecording } from './trace-recording';

/** The time of every event, by type: what rates, the histogram and the events table count with. */
export class EventTimes implements Recorder {
    private readonly columns: TimeColumn[] = [];

    constructor(private readonly recording: TraceRecording) {}

    handlerOf(type: EventType): EventHandler {
        const column = new TimeColumn();
        this.columns[type.index] = column;
        return event => column.push(event.time);
    }

    /** The types of which there are events, in the order of the metadata. */
    occurring(): EventType[] {
        return this.recording.trace.eventTypes.filter(type => this.of(type).length > 0);
    }

    /** The times of a type's events. */
    of(type: EventType): TimeColumn {
        return this.columns[type.index];
    }

    /** How many events of all types there are up to a time, inclusive. */
    countUpTo(time: number): number {
        let count = 0;
        for (const column of this.columns) {
            count += column.countUpTo(time);
        }
        return count;
    }
}
