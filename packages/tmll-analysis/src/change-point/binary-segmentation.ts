import { Segmentable } from './pelt';

interface Split {
    readonly start: number;
    readonly end: number;
    /** First index of the second half. */
    readonly at: number;
    /** What the split saves. */
    readonly gain: number;
}

/**
 * Cuts where it saves most, then each part again, until no cut saves more than `penalty` or there are `most`. Quick, and
 * each cut is the best at its time only (Scott and Knott 1974).
 * @param most Infinity by default
 * @returns the first index of each segment but the first, ascending
 */
export function binarySegmentation(segmentable: Segmentable, penalty: number, most = Infinity): number[] {
    const changes: number[] = [];
    const open = splitOf(segmentable, 0, segmentable.length);
    while (changes.length < most && open.length > 0) {
        const best = open.reduce((a, b) => (b.gain > a.gain ? b : a));
        if (best.gain <= penalty) {
            break;
        }
        changes.push(best.at);
        open.splice(
            open.indexOf(best),
            1,
            ...splitOf(segmentable, best.start, best.at),
            ...splitOf(segmentable, best.at, best.end)
        );
    }
    return changes.sort((a, b) => a - b);
}

/** The best split of a stretch; none when it is too short. */
function splitOf({ cost, minimumSize, jump }: Segmentable, start: number, end: number): Split[] {
    const whole = cost(start, end);
    let at = -1;
    let gain = -Infinity;
    for (let place = Math.ceil((start + minimumSize) / jump) * jump; place <= end - minimumSize; place += jump) {
        const saved = whole - cost(start, place) - cost(place, end);
        if (saved > gain) {
            gain = saved;
            at = place;
        }
    }
    return at < 0 ? [] : [{ start, end, at, gain }];
}
