export interface TrailingPolynomialOptions {
    /** Number of points before the predicted one, at least `degree` + 2. */
    readonly window: number;
    /** Degree of the polynomial, from 0 on. */
    readonly degree: number;
    /** Values that a window needs, at least `degree` + 2; NaN and infinite ones are left out. */
    readonly minimumCount: number;
}

/** What the points before each point let expect; NaN where there are too few. */
export interface Predictions {
    readonly predicted: Float64Array;
    /** Standard error of the prediction: (x − predicted)/error has a t-distribution where noise is Gaussian. */
    readonly error: Float64Array;
}

/**
 * Predicts each point by the polynomial that fits the window before it best in the sense of least squares, points taken
 * as evenly spaced.
 *
 * With n values, degree d and residuals r the standard error is √(Σr²/(n − d − 1) · (1 + h)); h is the leverage of the
 * predicted place (Seber and Lee, "Linear Regression Analysis", 2003, section 5.3). The fit is by polynomials that are
 * orthonormal on the window (Forsythe 1957), so that it is exact to rounding, and the time grows with window × degree.
 */
export function trailingPolynomial(values: Float64Array, options: TrailingPolynomialOptions): Predictions {
    const { window, degree, minimumCount } = options;
    const length = values.length;
    const result = { predicted: new Float64Array(length).fill(NaN), error: new Float64Array(length).fill(NaN) };
    const all = Uint32Array.from({ length: window }, (_, place) => place);
    const whole = new WindowFit(all, window, degree);
    let missing = 0;
    for (let index = 0; index < length; index++) {
        if (index >= window) {
            if (missing === 0) {
                whole.predict(values, index, result);
            } else if (window - missing >= minimumCount) {
                const present = all.filter(place => Number.isFinite(values[index - window + place]));
                new WindowFit(present, window, degree).predict(values, index, result);
            }
            missing -= Number.isFinite(values[index - window]) ? 0 : 1;
        }
        missing += Number.isFinite(values[index]) ? 0 : 1;
    }
    return result;
}

/** Fits polynomials to the values at given places of a window. */
class WindowFit {
    /** By degree, the orthonormal polynomials at the places. */
    private readonly basis: Float64Array[] = [];
    /** Their values at the predicted place, the one after the window. */
    private readonly next: number[] = [];
    private readonly leverage: number;
    private readonly rest: Float64Array;

    constructor(
        private readonly places: Uint32Array,
        private readonly window: number,
        degree: number
    ) {
        this.rest = new Float64Array(places.length);
        const scaled = (place: number): number => (2 * place) / window - 1;
        for (let k = 0; k <= degree; k++) {
            const column = Float64Array.from(places, (place, row) =>
                k === 0 ? 1 : scaled(place) * this.basis[k - 1][row]
            );
            let next = k === 0 ? 1 : scaled(window) * this.next[k - 1];
            this.basis.forEach((other, lower) => {
                const share = takeOut(other, column);
                next -= share * this.next[lower];
            });
            const norm = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0));
            this.basis.push(column.map(value => value / norm));
            this.next.push(next / norm);
        }
        this.leverage = this.next.reduce((sum, value) => sum + value * value, 0);
    }

    /** Writes what the window before a point lets expect there. */
    predict(values: Float64Array, index: number, { predicted, error }: Predictions): void {
        const { places, basis, next, rest } = this;
        const start = index - this.window;
        // Relative to a value nearby, so that nothing is lost to the level.
        const pivot = values[start + places[places.length - 1]];
        for (let row = 0; row < rest.length; row++) {
            rest[row] = values[start + places[row]] - pivot;
        }
        let expected = pivot;
        for (let k = 0; k < basis.length; k++) {
            expected += takeOut(basis[k], rest) * next[k];
        }
        let squares = 0;
        for (let row = 0; row < rest.length; row++) {
            squares += rest[row] * rest[row];
        }
        predicted[index] = expected;
        error[index] = Math.sqrt((squares / (rest.length - basis.length)) * (1 + this.leverage));
    }
}

/** Subtracts from a vector its part along a unit vector and returns the length of that part. */
function takeOut(unit: Float64Array, vector: Float64Array): number {
    let share = 0;
    for (let row = 0; row < vector.length; row++) {
        share += unit[row] * vector[row];
    }
    for (let row = 0; row < vector.length; row++) {
        vector[row] -= share * unit[row];
    }
    return share;
}
