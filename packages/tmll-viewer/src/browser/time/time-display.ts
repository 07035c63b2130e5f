import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { TimeWindow } from '../session/time-model';
import { clockTicks, epochTicks } from './clock-ticks';
import { formatTime, formatWallClock } from './time-format';
import { TimeTicks, timeTicks } from './time-ticks';

/** In what times are written: since the start of the trace, on the clock of Greenwich or of the user, or ns since the epoch. */
export type TimeFormat = 'relative' | 'utc' | 'local' | 'ns';

export const TIME_FORMATS: readonly TimeFormat[] = ['relative', 'utc', 'local', 'ns'];

/** How the times of a trace are written; inside they are always ns from its origin. */
export interface TimeDisplay {
    readonly format: TimeFormat;
    /** Round times for an axis of a width in pixels. */
    ticks(view: TimeWindow, width: number): TimeTicks;
    /** One instant, exact to the ns. */
    text(time: number): string;
    /** The same instant in the other way: on the clock for times since the start, and the other way round. */
    otherText(time: number): string;
}

/** @param origin ns since the epoch of the trace's start */
export function timeDisplay(format: TimeFormat, origin: bigint): TimeDisplay {
    const at = (time: number): bigint => origin + BigInt(Math.round(time));
    const relative = (time: number): string => formatTime(Math.round(time));
    switch (format) {
        case 'relative':
            return { format, ticks: timeTicks, text: relative, otherText: time => formatWallClock(at(time)) };
        case 'utc':
        case 'local': {
            const zone = format === 'utc' ? 0 : localZone(origin);
            return {
                format,
                ticks: (view, width) => clockTicks(origin, view, width, zone),
                text: time => formatWallClock(at(time), zone),
                otherText: relative
            };
        }
        case 'ns':
            return {
                format,
                ticks: (view, width) => epochTicks(origin, view, width),
                text: time => `${at(time)} ns`,
                otherText: relative
            };
    }
}

export function timeFormatLabel(format: TimeFormat): string {
    switch (format) {
        case 'relative':
            return nls.localize('tmll/viewer/timeFormat/relative', 'Since start');
        case 'utc':
            return nls.localize('tmll/viewer/timeFormat/utc', 'UTC');
        case 'local':
            return nls.localize('tmll/viewer/timeFormat/local', 'Local time');
        case 'ns':
            return nls.localize('tmll/viewer/timeFormat/ns', 'ns (epoch)');
    }
}

/** Minutes east of Greenwich where the user is, at that time. */
function localZone(ns: bigint): number {
    return -new Date(Number(ns / 1_000_000n)).getTimezoneOffset();
}

/** Of the chart around a component; times since the start where nothing else is said. */
export const TimeDisplayContext = React.createContext<TimeDisplay>(timeDisplay('relative', 0n));
