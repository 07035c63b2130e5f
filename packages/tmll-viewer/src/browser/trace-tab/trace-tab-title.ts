import { nls } from '@theia/core/lib/common/nls';
import { TraceSession } from '../session/trace-session';
import { TimeWindow } from '../session/time-model';
import { TimeDisplay } from '../time/time-display';
import { formatDuration, formatWallClock } from '../time/time-format';

/** `17,065 events`, in the user's own way of writing numbers. */
export function eventCountText(events: number): string {
    return events === 1
        ? nls.localize('tmll/viewer/oneEvent', '1 event')
        : nls.localize('tmll/viewer/events', '{0} events', events.toLocaleString());
}

/** From when to when the trace goes, and for how long. */
export function traceRangeText({ experiment }: TraceSession): string {
    const duration = formatDuration(Number(experiment.end - experiment.start));
    return nls.localize('tmll/viewer/range', '{0} from {1}', duration, formatWallClock(experiment.start));
}

/** What is selected: an instant, or a stretch with its length. */
export function selectionText({ start, end }: TimeWindow, display: TimeDisplay): string {
    return start === end
        ? nls.localize('tmll/viewer/instant', 'Selected: {0}', display.text(start))
        : nls.localize(
              'tmll/viewer/selection',
              'Selected: {0} ({1} – {2})',
              formatDuration(end - start),
              display.text(start),
              display.text(end)
          );
}
