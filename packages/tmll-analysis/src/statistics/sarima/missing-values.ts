import { LagPolynomial } from './lag-polynomial';

/** The values from the first one on that is there, with NaN for infinite ones, and how many were cut off before. */
export function fromFirstValue(values: Float64Array): { readonly values: Float64Array; readonly offset: number } {
    const offset = values.findIndex(Number.isFinite);
    const kept = offset < 0 ? new Float64Array(0) : values.slice(offset);
    for (let t = 0; t < kept.length; t++) {
        kept[t] = Number.isFinite(kept[t]) ? kept[t] : NaN;
    }
    return { values: kept, offset: offset < 0 ? values.length : offset };
}

export function hasMissing(values: Float64Array): boolean {
    return values.some(Number.isNaN);
}

/**
 * A copy whose first values, as many as differencing uses up, are all there: a missing one is taken from the next period
 * that has it, moved by as much as the nearest value has moved until then, or else from its neighbour before.
 *
 * @param values the first one must be there
 */
export function bridgeStart(values: Float64Array, used: number, s: number): Float64Array {
    const bridged = Float64Array.from(values);
    for (let t = 0; t < Math.min(used, values.length); t++) {
        for (let later = t + s; s > 0 && Number.isNaN(bridged[t]) && later < values.length; later += s) {
            bridged[t] = values[later] - nearestChange(values, t, later - t);
        }
        bridged[t] = Number.isNaN(bridged[t]) ? bridged[t - 1] : bridged[t];
    }
    return bridged;
}

/** The change over `span` points of the value nearest to t of which it is known; 0 when there is none within the span. */
function nearestChange(values: Float64Array, t: number, span: number): number {
    for (let distance = 1; distance < span; distance++) {
        for (const near of [t - distance, t + distance]) {
            const change = values[near + span] - values[near];
            if (!Number.isNaN(change)) {
                return change;
            }
        }
    }
    return 0;
}

/**
 * Marks the values that only tell where a differenced process begins, and which a diffuse likelihood leaves out
 * (Durbin and Koopman, "Time Series Analysis by State Space Methods", 2012, 5.2): without missing values the first ones,
 * as many as differencing uses up.
 *
 * Every value is a linear combination of the first ones, plus noise. It tells something of those that are missing among
 * them where its combination does not follow from those of the values before it.
 */
export function settlingValues(values: Float64Array, difference: LagPolynomial): Uint8Array {
    const { lags, coefficients } = difference;
    const used = lags.length === 0 ? 0 : lags[lags.length - 1];
    const settling = new Uint8Array(values.length);
    const unknown: number[] = [];
    for (let t = 0; t < Math.min(used, values.length); t++) {
        if (Number.isNaN(values[t])) {
            unknown.push(t);
        } else {
            settling[t] = 1;
        }
    }
    const combinations = Array.from({ length: used }, (_, t) => unitVector(unknown.indexOf(t), unknown.length));
    const known: Float64Array[] = [];
    for (let t = used; t < values.length && known.length < unknown.length; t++) {
        const combination = new Float64Array(unknown.length);
        lags.forEach((lag, k) => {
            const before = combinations[(t - lag) % used];
            before.forEach((value, index) => (combination[index] -= coefficients[k] * value));
        });
        combinations[t % used] = combination;
        const news = Number.isNaN(values[t]) ? undefined : normalizedRest(combination, known);
        if (news !== undefined) {
            known.push(news);
            settling[t] = 1;
        }
    }
    return settling;
}

function unitVector(place: number, length: number): Float64Array {
    return Float64Array.from({ length }, (_, index) => (index === place ? 1 : 0));
}

/** What orthonormal vectors leave of a vector, at length 1; undefined when they leave nothing but rounding errors. */
function normalizedRest(vector: Float64Array, orthonormal: readonly Float64Array[]): Float64Array | undefined {
    const rest = Float64Array.from(vector);
    for (const base of orthonormal) {
        const share = rest.reduce((sum, value, index) => sum + value * base[index], 0);
        base.forEach((value, index) => (rest[index] -= share * value));
    }
    const length = Math.hypot(...rest);
    return length > 1e-8 * Math.hypot(...vector) ? rest.map(value => value / length) : undefined;
}
