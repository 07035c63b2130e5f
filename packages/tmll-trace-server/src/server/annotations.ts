import type { AnyOutput } from '../outputs/output';
import type { Experiment } from './experiments/experiment';
import type { JsonValue } from './json/write-json';
import type { Parameters } from './parameters';
import { checkOrder } from './requested-times';
import { completed } from './routes/endpoint';

const LOST_EVENTS = 'Lost Events';
/** Look of lost events, as in Trace Compass. */
const STYLE = { parentKey: LOST_EVENTS, values: { color: '#FF0032', opacity: 0.19607843 } };
/** What a client is taken to draw when it does not say at how many times it asks. */
const USUAL_TIMES = 2000;

/** Answers `annotations` with GET: the categories that an output has; null for those that never have any. */
export function annotationCategories(experiment: Experiment, output: AnyOutput): JsonValue {
    const categories = hasTimeAxis(output) && hasLost(experiment) ? [LOST_EVENTS] : [];
    const isGraph = output.kind === 'timeGraph' && !output.isDuration;
    return completed(categories.length > 0 || isGraph ? { annotationCategories: categories } : null);
}

/**
 * Answers `annotations` with POST: where the tracer lost events, in bands over all entries. Bands that are less than the distance of
 * two times apart are one.
 *
 * @throws TspError 400 for wrong parameters
 */
export function annotations(experiment: Experiment, output: AnyOutput, parameters: Parameters): JsonValue {
    const wanted = parameters.has('requested_marker_categories')
        ? parameters.texts('requested_marker_categories')
        : undefined;
    if (!hasTimeAxis(output) || !parameters.has('requested_timerange') || wanted?.includes(LOST_EVENTS) === false) {
        return completed({ annotations: {} });
    }
    const range = parameters.object('requested_timerange');
    const [start, end] = [range.time('start'), range.time('end')];
    checkOrder(start, end);
    const count = range.has('nbTimes') ? Math.max(1, range.count('nbTimes')) : USUAL_TIMES;
    const bands = lostIn(experiment, start, end, (end - start) / BigInt(count));
    if (bands.length === 0) {
        return completed({ annotations: {} });
    }
    const found = bands.map(({ from, to, count: events }) => ({
        time: from,
        duration: to - from,
        entryId: -1,
        type: 'CHART',
        label: `${events} ${events === 1 ? 'event' : 'events'} lost`,
        style: STYLE
    }));
    return completed({ annotations: { [LOST_EVENTS]: found } });
}

interface Band {
    readonly from: bigint;
    to: bigint;
    count: number;
}

/** When events were lost in a range, in ns since the epoch. */
function lostIn({ traces }: Experiment, start: bigint, end: bigint, pixel: bigint): Band[] {
    const lost = traces
        .flatMap(({ opened: { trace } }) =>
            trace.lost.map(({ from, to, count }) => ({
                from: trace.origin + BigInt(Math.floor(from)),
                to: trace.origin + BigInt(Math.ceil(to)),
                count
            }))
        )
        .filter(({ from, to }) => from <= end && to >= start)
        .sort((a, b) => (a.from < b.from ? -1 : 1));
    const bands: Band[] = [];
    for (const one of lost) {
        const last = bands.at(-1);
        if (last && one.from <= last.to + pixel) {
            last.to = one.to > last.to ? one.to : last.to;
            last.count += one.count;
        } else {
            bands.push(one);
        }
    }
    return bands;
}

function hasTimeAxis(output: AnyOutput): boolean {
    return output.kind === 'xy' || output.kind === 'scatter' || (output.kind === 'timeGraph' && !output.isDuration);
}

function hasLost({ traces }: Experiment): boolean {
    return traces.some(({ opened }) => opened.trace.lost.length > 0);
}
