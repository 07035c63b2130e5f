/**
 * The probability that a Gaussian variable of mean 0 and standard deviation 1 is at most x, exact to rounding relative to
 * itself, in the left tail too. Cody, "Rational Chebyshev approximations for the error function" (1969).
 */
export function normalCdf(x: number): number {
    const z = Math.abs(x) / Math.SQRT2;
    if (z <= 0.46875) {
        return 0.5 + (0.5 * x * polynomial(ERF_NUMERATOR, z * z)) / polynomial(ERF_DENOMINATOR, z * z) / Math.SQRT2;
    }
    const upper = z === Infinity ? 0 : 0.5 * complementaryErrorFunction(z);
    return x > 0 ? 1 - upper : upper;
}

/**
 * The x that a Gaussian variable of mean 0 and standard deviation 1 is below with probability p, to 16 digits. Wichura,
 * "Algorithm AS 241: the percentage points of the normal distribution" (1988). −Infinity and Infinity for 0 and 1.
 *
 * @throws RangeError when p lies outside of 0 to 1
 */
export function normalQuantile(p: number): number {
    if (!(p >= 0 && p <= 1)) {
        throw new RangeError(`A quantile is asked for by a probability from 0 to 1, not ${p}.`);
    }
    const q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
        const r = 0.180625 - q * q;
        return (q * polynomial(CENTER_NUMERATOR, r)) / polynomial(CENTER_DENOMINATOR, r);
    }
    const tail = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
    if (tail === Infinity) {
        return q < 0 ? -Infinity : Infinity;
    }
    const far = tail > 5;
    const distance = far
        ? polynomial(FAR_NUMERATOR, tail - 5) / polynomial(FAR_DENOMINATOR, tail - 5)
        : polynomial(NEAR_NUMERATOR, tail - 1.6) / polynomial(NEAR_DENOMINATOR, tail - 1.6);
    return q < 0 ? -distance : distance;
}

/** From 0.46875 on. */
function complementaryErrorFunction(z: number): number {
    // Splitting the square keeps its rounding error out of the exponential.
    const rounded = Math.floor(z * 16) / 16;
    const exponential = Math.exp(-rounded * rounded) * Math.exp(-(z - rounded) * (z + rounded));
    if (z <= 4) {
        return (exponential * polynomial(MIDDLE_NUMERATOR, z)) / polynomial(MIDDLE_DENOMINATOR, z);
    }
    const inverse = 1 / (z * z);
    const rest = (inverse * polynomial(OUTER_NUMERATOR, inverse)) / polynomial(OUTER_DENOMINATOR, inverse);
    return (exponential * (1 / Math.sqrt(Math.PI) - rest)) / z;
}

/** Coefficients from the constant on. */
function polynomial(coefficients: readonly number[], x: number): number {
    let sum = 0;
    for (let index = coefficients.length - 1; index >= 0; index--) {
        sum = sum * x + coefficients[index];
    }
    return sum;
}

const ERF_NUMERATOR = [
    3209.3775891384694, 377.485237685302, 113.86415415105016, 3.1611237438705655, 0.18577770618460315
];
const ERF_DENOMINATOR = [2844.236833439171, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1];
const MIDDLE_NUMERATOR = [
    1230.3393547979972, 2051.0783778260716, 1712.0476126340707, 881.952221241769, 298.6351381974001, 66.11919063714163,
    8.883149794388377, 0.5641884969886701, 2.1531153547440383e-8
];
const MIDDLE_DENOMINATOR = [
    1230.3393548037495, 3439.3676741437216, 4362.619090143247, 3290.7992357334597, 1621.3895745666903,
    537.1811018620099, 117.6939508913125, 15.744926110709835, 1
];
const OUTER_NUMERATOR = [
    0.0006587491615298378, 0.016083785148742275, 0.12578172611122926, 0.36034489994980445, 0.30532663496123236,
    0.016315387137302097
];
const OUTER_DENOMINATOR = [
    0.0023352049762686918, 0.06051834131244132, 0.5279051029514285, 1.8729528499234673, 2.568520192289822, 1
];
const CENTER_NUMERATOR = [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227
];
const CENTER_DENOMINATOR = [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854
];
const NEAR_NUMERATOR = [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
];
const NEAR_DENOMINATOR = [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9
];
const FAR_NUMERATOR = [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7
];
const FAR_DENOMINATOR = [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15
];
