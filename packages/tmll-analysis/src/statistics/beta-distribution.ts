/** Coefficients of Lanczos' approximation with g = 7, by Godfrey. */
const LANCZOS = [
    0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
    12.507343278686905, -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7
];
const TERMS = 500;

/** ln Γ(x) for x above 0, to about 15 digits. Lanczos, "A precision approximation of the gamma function" (1964). */
export function logGamma(x: number): number {
    if (x < 0.5) {
        return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    const shifted = x - 1;
    const base = shifted + 7.5;
    let sum = LANCZOS[0];
    for (let index = 1; index < LANCZOS.length; index++) {
        sum += LANCZOS[index] / (shifted + index);
    }
    return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/**
 * The probability that a variable of the beta distribution with shapes a and b, both above 0, is greater than x: the
 * regularised incomplete beta function I₁₋ₓ(b, a), by its continued fraction (Lentz's method as modified by Thompson and
 * Barnett, 1986). Exact relative to itself, in the far tail too.
 *
 * @param x from 0 to 1
 */
export function betaTail(x: number, a: number, b: number): number {
    if (x <= 0 || x >= 1) {
        return x <= 0 ? 1 : 0;
    }
    return 1 - x < (b + 1) / (a + b + 2) ? lowerTail(1 - x, b, a) : 1 - lowerTail(x, a, b);
}

function lowerTail(x: number, a: number, b: number): number {
    const logarithm = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
    let c = 1;
    let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
    let fraction = d;
    for (let m = 1; m <= TERMS; m++) {
        const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / guarded(1 + even * d);
        c = guarded(1 + even / c);
        const before = fraction;
        fraction *= d * c;
        d = 1 / guarded(1 + odd * d);
        c = guarded(1 + odd / c);
        fraction *= d * c;
        if (Math.abs(fraction - before) <= 1e-15 * Math.abs(fraction)) {
            break;
        }
    }
    return (Math.exp(logarithm) * fraction) / a;
}

/** Keeps a factor of the continued fraction from becoming 0. */
function guarded(value: number): number {
    return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
