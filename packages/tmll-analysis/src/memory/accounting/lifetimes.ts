import { median } from '../../statistics/quantile';

/** How long blocks lived that were given back, in ns. */
export interface LifetimeSummary {
    readonly count: number;
    readonly meanNs: number;
    readonly medianNs: number;
    readonly maxNs: number;
    /** Bounds of bins of equal width on a logarithmic scale, in ns; one more than bins. */
    readonly edgeValues: Float64Array;
    /** Blocks in each bin. */
    readonly countValues: Float64Array;
}

const BINS = 50;
/** So many lifetimes are kept one by one; beyond, the median is exact to 0.1 %. */
const EXACT = 65_536;
/** Buckets of equal width in each octave. */
const PER_OCTAVE = 1024;
const FIRST_OCTAVE = 10;
const BUCKETS = (53 - FIRST_OCTAVE + 1) * PER_OCTAVE;

/** Collects lifetimes in constant memory: a histogram whose buckets are 0.1 % wide, and the first ones exactly. */
export class Lifetimes {
    private readonly counts = new Uint32Array(BUCKETS);
    private readonly exact = new Float64Array(EXACT);
    private count = 0;
    private sum = 0;
    private min = Infinity;
    private max = 0;

    /** @param ns a whole number from 0 on */
    add(ns: number): void {
        if (this.count < EXACT) {
            this.exact[this.count] = ns;
        }
        this.counts[bucketOf(ns)]++;
        this.count++;
        this.sum += ns;
        this.min = Math.min(this.min, ns);
        this.max = Math.max(this.max, ns);
    }

    summary(): LifetimeSummary {
        const { count, sum, max } = this;
        if (count === 0) {
            const none = new Float64Array();
            return { count, meanNs: 0, medianNs: 0, maxNs: 0, edgeValues: none, countValues: none };
        }
        const medianNs = count <= EXACT ? median(this.exact.slice(0, count)) : this.quantile(0.5);
        return { count, meanNs: sum / count, medianNs, maxNs: max, ...this.histogram() };
    }

    private quantile(p: number): number {
        let left = p * this.count;
        for (let bucket = 0; bucket < BUCKETS; bucket++) {
            left -= this.counts[bucket];
            if (left <= 0) {
                return Math.min((lowerEdge(bucket) + lowerEdge(bucket + 1)) / 2, this.max);
            }
        }
        return this.max;
    }

    private histogram(): Pick<LifetimeSummary, 'edgeValues' | 'countValues'> {
        const low = Math.log(Math.max(this.min, 1));
        const width = Math.max(Math.log(Math.max(this.max, 1)) - low, 1e-9) / BINS;
        const edgeValues = Float64Array.from({ length: BINS + 1 }, (_, edge) => Math.exp(low + edge * width));
        const countValues = new Float64Array(BINS);
        this.counts.forEach((count, bucket) => {
            if (count > 0) {
                const middle = (lowerEdge(bucket) + lowerEdge(bucket + 1) - 1) / 2;
                const bin = Math.floor((Math.log(Math.max(middle, 1)) - low) / width);
                countValues[Math.max(0, Math.min(bin, BINS - 1))] += count;
            }
        });
        return { edgeValues, countValues };
    }
}

function bucketOf(ns: number): number {
    if (ns < PER_OCTAVE * 2) {
        return ns;
    }
    const octave = Math.floor(Math.log2(ns));
    return (octave - FIRST_OCTAVE) * PER_OCTAVE + Math.floor(ns / 2 ** (octave - FIRST_OCTAVE));
}

function lowerEdge(bucket: number): number {
    if (bucket < PER_OCTAVE * 2) {
        return bucket;
    }
    const octave = Math.floor(bucket / PER_OCTAVE) - 1;
    return (bucket - octave * PER_OCTAVE) * 2 ** octave;
}

/** Half octaves up to 2^53 ns. */
const COARSE_BUCKETS = 108;

/** Lifetimes of the blocks of one call site, to half an octave: enough to tell what is old for it. */
export class CoarseLifetimes {
    private readonly counts = new Uint32Array(COARSE_BUCKETS);
    private total = 0;

    get count(): number {
        return this.total;
    }

    add(ns: number): void {
        this.counts[Math.floor(2 * Math.log2(ns + 1))]++;
        this.total++;
    }

    addAll(other: CoarseLifetimes): void {
        other.counts.forEach((count, bucket) => (this.counts[bucket] += count));
        this.total += other.total;
    }

    /** A lifetime, in ns, that a share of the blocks does not exceed: the upper end of the half octave in which it lies. */
    quantile(p: number): number {
        let left = p * this.total;
        const bucket = this.counts.findIndex(count => (left -= count) <= 0);
        return 2 ** ((bucket + 1) / 2);
    }
}
