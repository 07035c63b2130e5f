import { IntervalColumn } from '../columns/interval-column';
import type { KeyPart, KeyValue } from './key-part';
import { type OpenOrder, PairMatcher } from './pair-matcher';

/** An event of a pair, kept while its key is not chosen. */
export interface SampledEvent {
    readonly time: number;
    readonly isEnd: boolean;
    /** Value of each part that the key may have. */
    readonly values: readonly KeyValue[];
}

/** By what the ends of a pair find their beginnings. */
export interface PairKey {
    /** Indexes of the chosen parts. */
    readonly parts: readonly number[];
    /** What to do with beginnings that have the same key at the same time. */
    readonly order: OpenOrder;
}

/** Below this share of ends that find a beginning, a part is not what identifies an instance, whatever its name. */
const MIN_MATCHED = 0.5;
/** A beginning under which others have ended and that then ends itself: this share of them shows that they nest or queue. */
const MIN_UNCOVERED = 0.1;

/**
 * Chooses the parts that identify an instance by trying them on the first events of a pair:
 *
 * 1. fields whose name says that they identify (`id`, `sector`), as long as half of the ends still find a beginning;
 * 2. the thread or CPU: without such a field under the same condition, else when there are several and no end is lost by it;
 * 3. without it the process, when no end is lost by it (ids often count per process);
 * 4. while several beginnings are open with the same key: the thread or CPU and all other shared fields, each when it makes such
 *    cases fewer and no end is lost by it.
 *
 * Of several beginnings open with one key the last ends first when the key has the thread or CPU (calls nest), else the first (they
 * queue); when hardly any of them ever ends, the ends were lost, and a new beginning replaces the one before.
 */
export function chooseKey(parts: readonly KeyPart[], sample: readonly SampledEvent[]): PairKey {
    let chosen: number[] = [];
    let trial = tryKey(parts, chosen, sample);
    const most = trial.matched;
    const consider = (kinds: readonly KeyPart['kind'][], accept: (next: Trial) => boolean): void => {
        parts.forEach(({ kind }, index) => {
            if (kinds.includes(kind) && !chosen.includes(index)) {
                const next = tryKey(parts, [...chosen, index], sample);
                if (accept(next)) {
                    chosen = [...chosen, index];
                    trial = next;
                }
            }
        });
    };
    consider(['identity'], ({ matched }) => matched >= most * MIN_MATCHED);
    const hasIdentity = chosen.length > 0;
    consider(['place'], ({ matched }) =>
        hasIdentity ? matched >= trial.matched && hasSeveral(parts, sample) : matched >= most * MIN_MATCHED
    );
    if (!chosen.some(index => parts[index].kind === 'place')) {
        consider(['process'], ({ matched }) => matched >= trial.matched);
    }
    consider(
        ['place', 'other'],
        ({ matched, covered }) => matched >= trial.matched && covered < trial.covered && trial.covered > 0
    );
    const hasOrder = trial.uncovered > trial.covered * MIN_UNCOVERED;
    return { parts: chosen, order: hasOrder ? naturalOrder(parts, chosen) : 'replace' };
}

/** Whether the events happen in several threads, or on several CPUs. */
function hasSeveral(parts: readonly KeyPart[], sample: readonly SampledEvent[]): boolean {
    const place = parts.findIndex(({ kind }) => kind === 'place');
    return sample.some(({ values }) => values[place] !== sample[0].values[place]);
}

interface Trial {
    readonly matched: number;
    readonly covered: number;
    readonly uncovered: number;
}

function tryKey(parts: readonly KeyPart[], chosen: readonly number[], sample: readonly SampledEvent[]): Trial {
    const matcher = new PairMatcher(new IntervalColumn(), naturalOrder(parts, chosen));
    for (const { time, isEnd, values } of sample) {
        const key = keyOf(values, chosen);
        if (isEnd) {
            matcher.end(key, time);
        } else {
            matcher.begin(key, time);
        }
    }
    const { matched, covered, uncovered } = matcher;
    return { matched, covered, uncovered };
}

function naturalOrder(parts: readonly KeyPart[], chosen: readonly number[]): OpenOrder {
    return chosen.some(index => parts[index].kind === 'place') ? 'last-first' : 'first-first';
}

/** The chosen parts of an event as one value to compare. */
export function keyOf(values: readonly KeyValue[], chosen: readonly number[]): KeyValue {
    return chosen.length === 1 ? values[chosen[0]] : joinKey(chosen.map(index => values[index]));
}

/** Several values, or none, as one. */
export function joinKey(values: readonly KeyValue[]): string {
    return values.join('\0');
}
