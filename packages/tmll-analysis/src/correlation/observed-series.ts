import { bridgeGaps } from '../statistics/bridge-gaps';
import { averageRanks, DenseRanks, denseRanks, startsOfLevels } from '../statistics/dense-ranks';
import { moments } from '../statistics/moments';
import { Normality, normality } from '../statistics/normality';
import { PowerSpectrum } from '../statistics/power-spectrum';

/** What coefficients compare: the values themselves, or only their order. */
export type Scale = 'values' | 'ranks';

/**
 * The values of a series with what all its pairs need of it, each computed when it is first asked for. NaN and infinite values
 * are missing. The values are not copied and must not change.
 */
export class ObservedSeries {
    /** Number of values that are there. */
    readonly count: number;
    private ranksOf: DenseRanks | undefined;
    private orderOf: Int32Array | undefined;
    private normalityOf: { readonly value: Normality | undefined } | undefined;
    private readonly standardized = new Map<Scale, Float64Array>();
    private readonly spectra = new Map<Scale, Float64Array>();

    constructor(readonly values: Float64Array) {
        let count = 0;
        for (let index = 0; index < values.length; index++) {
            count += Number.isFinite(values[index]) ? 1 : 0;
        }
        this.count = count;
    }

    get isComplete(): boolean {
        return this.count === this.values.length;
    }

    get ranks(): DenseRanks {
        return (this.ranksOf ??= denseRanks(this.values));
    }

    /** Number of different values. */
    get distinct(): number {
        return this.ranks.counts.length;
    }

    get isConstant(): boolean {
        let first = NaN;
        return this.values.every(value => {
            first = Number.isNaN(first) && Number.isFinite(value) ? value : first;
            return !Number.isFinite(value) || value === first;
        });
    }

    /** Indexes of the values in ascending order, equal values by index; missing ones are left out. */
    get order(): Int32Array {
        return (this.orderOf ??= orderOf(this.ranks));
    }

    /** Undefined where it cannot be told (`normality`). */
    get normality(): Normality | undefined {
        return (this.normalityOf ??= { value: normality(this.values) }).value;
    }

    /** Deviations from the mean, scaled so that their squares add up to 1; 0 where there is no value. All 0 for constants. */
    deviations(scale: Scale): Float64Array {
        return remember(this.standardized, scale, () => standardize(this.on(scale)));
    }

    /**
     * The Fourier transform of the autocorrelations at all lags, from −(n − 1) to n − 1, of the values with gaps bridged: none below 0.
     */
    spectrum(scale: Scale): Float64Array {
        return remember(this.spectra, scale, () => {
            const fourier = spectrumFor(2 * this.values.length);
            const power = new Float64Array(fourier.bins);
            fourier.addTo(power, standardize(this.isComplete ? this.on(scale) : bridgeGaps(this.on(scale))));
            return power;
        });
    }

    private on(scale: Scale): Float64Array {
        return scale === 'values' ? this.values : averageRanks(this.ranks);
    }
}

/** Two series at the places where both have a value. */
export function common(first: ObservedSeries, second: ObservedSeries): readonly [ObservedSeries, ObservedSeries] {
    if (first.isComplete && second.isComplete) {
        return [first, second];
    }
    const isThere = (_: number, index: number): boolean =>
        Number.isFinite(first.values[index]) && Number.isFinite(second.values[index]);
    return [new ObservedSeries(first.values.filter(isThere)), new ObservedSeries(second.values.filter(isThere))];
}

/** Series of a matrix are equally long, and the tables of a transform take longer than the transform. */
let latest: { readonly length: number; readonly spectrum: PowerSpectrum } | undefined;

function spectrumFor(length: number): PowerSpectrum {
    latest = latest?.length === length ? latest : { length, spectrum: new PowerSpectrum(length) };
    return latest.spectrum;
}

function standardize(values: Float64Array): Float64Array {
    const { mean, squares } = moments(values);
    const norm = Math.sqrt(squares);
    const isFlat = !(norm > 1e-13 * Math.abs(mean) * Math.sqrt(values.length));
    return values.map(value => (isFlat || !Number.isFinite(value) ? 0 : (value - mean) / norm));
}

function orderOf({ levels, counts }: DenseRanks): Int32Array {
    const next = startsOfLevels(counts);
    const order = new Int32Array(counts.reduce((sum, count) => sum + count, 0));
    for (let index = 0; index < levels.length; index++) {
        if (levels[index] >= 0) {
            order[next[levels[index]]++] = index;
        }
    }
    return order;
}

function remember<K, V>(known: Map<K, V>, key: K, compute: () => V): V {
    const value = known.get(key) ?? compute();
    known.set(key, value);
    return value;
}
