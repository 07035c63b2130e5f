import { SeriesReference, TimeSeries } from '../series/time-series';
import { medianAbsoluteDeviation } from '../statistics/median-absolute-deviation';
import { median } from '../statistics/quantile';
import { AnomalyParameters } from './anomaly-schema';
import { SeriesAnomalies } from './anomaly-result';
import { anomaliesOf } from './detect-anomalies';
import { Detection } from './detection';
import { detectorOf } from './detectors';
import { Bins } from './periods';

/** A series with where it comes from. */
export interface PeerCandidate {
    readonly points: TimeSeries;
    readonly reference: SeriesReference;
}

/** Of two, nobody knows which is the odd one. */
const FEWEST_PEERS = 3;
/** A series differs throughout when it does by so many times what its peers differ and vary, and by this part of their level. */
const FAR = 4;
const OF_LEVEL = 0.1;
const DEVIATIONS_PER_MAD = 1.4826;

/**
 * Groups of series that ought to behave alike: those of one output below the same entry in the same unit, three at least, as
 * the CPUs of a machine or the threads of a pool.
 */
export function peerGroups<P extends PeerCandidate>(series: readonly P[]): P[][] {
    const groups = new Map<string, P[]>();
    for (const each of series) {
        const { outputId, path } = each.reference;
        const key = JSON.stringify([outputId, path.slice(0, -1), each.points.unit]);
        groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    return [...groups.values()].filter(group => group.length >= FEWEST_PEERS);
}

/**
 * Which of a group of peers differ from the others, and when: each is compared with the median of all at the same time, and what
 * it differs by is judged by the method as any series is. One that differs throughout has one period, which is the whole.
 * @param group on one grid
 */
export function detectAmongPeers(
    group: readonly PeerCandidate[],
    parameters: AnomalyParameters,
    bins?: Bins
): SeriesAnomalies[] {
    const common = medians(group.map(({ points }) => points.values));
    const differences = group.map(({ points }) => points.values.map((value, index) => value - common[index]));
    const bars = barsOf(differences, common);
    return group.map(({ points, reference }, place) => {
        const judged = detectorOf(parameters.method).detect(differences[place], parameters, points.times);
        const { middle, reach } = bars;
        const offset = median(differences[place]) - middle;
        const detection = Math.abs(offset) > reach ? throughout(judged, differences[place], offset, bars) : judged;
        const found = anomaliesOf(points, reference, around(common, detection), bins);
        return { ...found, peers: group.length - 1 };
    });
}

function medians(columns: readonly Float64Array[]): Float64Array {
    const values = new Float64Array(columns.length);
    return columns[0].map((_, index) => {
        columns.forEach((column, place) => (values[place] = column[index]));
        return median(values);
    });
}

/** How far from the middle a peer may be on the whole. */
interface Bars {
    readonly middle: number;
    readonly reach: number;
}

function barsOf(differences: readonly Float64Array[], common: Float64Array): Bars {
    const offsets = Float64Array.from(differences, median);
    const swings = Float64Array.from(differences, medianAbsoluteDeviation);
    const spread = DEVIATIONS_PER_MAD * Math.max(medianAbsoluteDeviation(offsets), median(swings));
    return { middle: median(offsets), reach: Math.max(FAR * spread, OF_LEVEL * Math.abs(median(common))) };
}

/** The verdict on a series that differs all the time. */
function throughout(
    detection: Detection,
    differences: Float64Array,
    offset: number,
    { middle, reach }: Bars
): Detection {
    const isThere = (index: number): boolean => Number.isFinite(differences[index]);
    const column = (content: number): Float64Array => differences.map((_, index) => (isThere(index) ? content : NaN));
    const inside = Uint8Array.from(differences, (_, index) => Number(isThere(index)));
    const flags = new Uint8Array(inside.length);
    flags[inside.indexOf(1)] = 1;
    return {
        score: column(Math.abs(offset) / reach),
        expected: column(middle),
        low: column(middle - reach),
        high: column(middle + reach),
        flags,
        inside,
        threshold: 1,
        judges: 'shape',
        support: detection.support,
        memory: 0
    };
}

/** A verdict on differences as one on values. */
function around(common: Float64Array, detection: Detection): Detection {
    const shifted = (column: Float64Array): Float64Array => column.map((value, index) => value + common[index]);
    const { expected, low, high } = detection;
    return { ...detection, expected: shifted(expected), low: shifted(low), high: shifted(high) };
}
