import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { fetchAnnotations, fetchCategories, LOST_EVENTS } from '../annotation/annotation-source';
import { Bookmarks } from '../bookmark/bookmarks';
import { LatestLoad } from '../load/latest-load';
import { useEventValue } from '../react/use-event';
import { TimeWindow } from '../session/time-model';
import { TraceSession } from '../session/trace-session';
import { overviewOutput } from './overview-source';

export interface OverviewMarksProps {
    readonly session: TraceSession;
    readonly bookmarks: Bookmarks;
}

const PIXELS = 2048;

/** Stretches with lost events, and bookmarks, over the whole trace. */
export function OverviewMarks({ session, bookmarks }: OverviewMarksProps): React.ReactElement {
    const { full } = session.time;
    const [load] = React.useState(() => new LatestLoad((_: void, signal) => lostStretches(session, signal)));
    React.useEffect(() => {
        load.request();
        return () => load.stop();
    }, [load]);
    const lost = useEventValue(load.onDidChange, () => load.state).value ?? [];
    const marked = useEventValue(bookmarks.onDidChange, () => bookmarks.of(session));
    const place = ({ start, end }: TimeWindow): React.CSSProperties => ({
        left: `${((start - full.start) / (full.end - full.start)) * 100}%`,
        width: `${((end - start) / (full.end - full.start)) * 100}%`
    });
    return (
        <>
            {lost.map(stretch => (
                <div
                    key={stretch.start}
                    className="tmll-overview-lost"
                    style={place(stretch)}
                    title={nls.localize('tmll/viewer/lostEvents', 'Lost events')}
                />
            ))}
            {marked.map(({ id, name, start, end }) => (
                <div
                    key={id}
                    className="tmll-overview-bookmark"
                    style={place({ start: Number(start - session.origin), end: Number(end - session.origin) })}
                    title={name}
                />
            ))}
        </>
    );
}

async function lostStretches(session: TraceSession, signal: AbortSignal): Promise<readonly TimeWindow[]> {
    const { time, origin } = session;
    const outputId = overviewOutput(session.outputs)?.id;
    const categories = outputId === undefined ? [] : await fetchCategories(session, outputId, undefined, signal);
    if (outputId === undefined || !categories.includes(LOST_EVENTS)) {
        return [];
    }
    const found = await fetchAnnotations(session, outputId, time.full, PIXELS, [LOST_EVENTS], undefined, signal);
    return (found.get(LOST_EVENTS) ?? []).map(({ time: start, duration }) => ({
        start: Number(start - origin),
        end: Number(start + duration - origin)
    }));
}
