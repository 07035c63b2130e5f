/**
 * Orders of a seasonal autoregressive integrated moving-average model SARIMA(p,d,q)(P,D,Q)s, in the letters of Box and
 * Jenkins, "Time Series Analysis" (1970). Whole numbers from 0 on.
 */
export interface SarimaOrder {
    /** Autoregressive terms. */
    readonly p: number;
    /** Differences taken between neighbours. */
    readonly d: number;
    /** Moving-average terms. */
    readonly q: number;
    /** Autoregressive terms at multiples of the period. */
    readonly P: number;
    /** Differences taken between points one period apart. */
    readonly D: number;
    /** Moving-average terms at multiples of the period. */
    readonly Q: number;
    /** Points in a period; 0 when P, D and Q are 0, else at least 2. */
    readonly s: number;
}

/** Number of coefficients, the variance of the noise not counted. */
export function coefficientCount({ p, q, P, Q }: SarimaOrder): number {
    return p + q + P + Q;
}

/** Number of values that differencing uses up. */
export function differencedAway({ d, D, s }: SarimaOrder): number {
    return d + D * s;
}

/** Number of states of the differenced process in Harvey's form. */
export function armaStates({ p, q, P, Q, s }: SarimaOrder): number {
    return Math.max(p + P * s, q + Q * s + 1);
}

/** @throws RangeError when an order is not a whole number from 0 on, or a seasonal part has no period */
export function requireOrder(order: SarimaOrder): void {
    for (const [name, value] of Object.entries(order)) {
        if (!Number.isSafeInteger(value) || value < 0) {
            throw new RangeError(`Order ${name} of a SARIMA model is a whole number from 0 on, not ${value}.`);
        }
    }
    const { P, D, Q, s } = order;
    if (P + D + Q > 0 && s < 2) {
        throw new RangeError(`A SARIMA model with a seasonal part has a period of at least 2 points, not ${s}.`);
    }
}

/** As it is written in texts: `(1,0,1)` or `(1,0,1)(1,1,1)10`. */
export function formatOrder({ p, d, q, P, D, Q, s }: SarimaOrder): string {
    return P + D + Q > 0 ? `(${p},${d},${q})(${P},${D},${Q})${s}` : `(${p},${d},${q})`;
}
