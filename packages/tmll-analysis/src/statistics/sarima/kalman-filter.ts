import { SparseMatrix, StateSpace } from './state-space';

/** One-step predictions, columns as long as the values. */
export interface Predictions {
    readonly means: Float64Array;
    /** Of value less mean; the scale of the state space's noise. */
    readonly variances: Float64Array;
}

/** Elements of the covariance that change by less, in units of the noise's variance, have settled. */
const SETTLED = 1e-12;

/**
 * The Kalman filter (Kalman 1960; Durbin and Koopman, "Time Series Analysis by State Space Methods", 2012, 4.3). Missing
 * values (NaN) are skipped: the filter goes on predicting, ever less sure.
 *
 * A step costs some four times the square of the number of states. Once no element of the covariance changes by more than
 * 10⁻¹² any longer, the gain is kept, and steps cost as much as there are states, until the next missing value.
 */
export function kalmanFilter(model: StateSpace, values: Float64Array): Predictions {
    const { observed, transition, size } = model;
    const means = new Float64Array(values.length);
    const variances = new Float64Array(values.length);
    const covariance = new PredictedCovariance(model);
    let state = new Float64Array(size);
    let moved = new Float64Array(size);
    for (let t = 0; t < values.length; t++) {
        let mean = 0;
        for (let k = 0; k < observed.length; k++) {
            mean += state[observed[k]];
        }
        const { variance, withValue } = covariance.ofValue();
        means[t] = mean;
        variances[t] = variance;
        const there = values[t] === values[t];
        if (there) {
            const step = (values[t] - mean) / variance;
            for (let i = 0; i < size; i++) {
                state[i] += withValue[i] * step;
            }
        }
        apply(transition, state, moved);
        [state, moved] = [moved, state];
        covariance.advance(there);
    }
    return { means, variances };
}

/** The covariance of the predicted state. */
class PredictedCovariance {
    private readonly size: number;
    private readonly elements: Float64Array;
    /** Transition times elements. */
    private readonly product: Float64Array;
    private readonly withValue: Float64Array;
    private readonly movedWithValue: Float64Array;
    /** A row of the new elements while it is made. */
    private readonly row: Float64Array;
    /** The rows of the transition with more than one element: few, the others only move a state on. */
    private readonly longRows: Int32Array;
    private variance = 0;
    private settled = false;

    constructor(private readonly model: StateSpace) {
        this.size = model.size;
        this.elements = Float64Array.from(model.covariance);
        this.product = new Float64Array(this.size * this.size);
        this.withValue = new Float64Array(this.size);
        this.movedWithValue = new Float64Array(this.size);
        this.row = new Float64Array(this.size);
        const { starts } = model.transition;
        this.longRows = Int32Array.from(this.withValue.keys()).filter(i => starts[i + 1] - starts[i] > 1);
        this.readValue();
    }

    /** The variance of the value to come, and its covariance with each state. */
    ofValue(): { readonly variance: number; readonly withValue: Float64Array } {
        return { variance: this.variance, withValue: this.withValue };
    }

    /** To the next step, after the value has been seen or not. */
    advance(seen: boolean): void {
        if (this.settled && seen) {
            return;
        }
        this.multiplyFromLeft();
        apply(this.model.transition, this.withValue, this.movedWithValue);
        const change = this.multiplyFromRight(seen ? 1 / this.variance : 0);
        this.settled = seen && change <= SETTLED;
        this.readValue();
    }

    private readValue(): void {
        const { size, elements, withValue } = this;
        const { observed } = this.model;
        withValue.fill(0);
        for (let k = 0; k < observed.length; k++) {
            const row = observed[k] * size;
            for (let i = 0; i < size; i++) {
                withValue[i] += elements[row + i];
            }
        }
        this.variance = 0;
        for (let k = 0; k < observed.length; k++) {
            this.variance += withValue[observed[k]];
        }
    }

    private multiplyFromLeft(): void {
        const { size, elements, product } = this;
        const { starts, columns, values } = this.model.transition;
        for (let i = 0; i < size; i++) {
            const to = i * size;
            const from = columns[starts[i]] * size;
            const value = values[starts[i]];
            for (let j = 0; j < size; j++) {
                product[to + j] = value * elements[from + j];
            }
            for (let k = starts[i] + 1; k < starts[i + 1]; k++) {
                const more = columns[k] * size;
                const weight = values[k];
                for (let j = 0; j < size; j++) {
                    product[to + j] += weight * elements[more + j];
                }
            }
        }
    }

    /** The new elements, less what the value told, weighted by its precision. Returns the greatest change. */
    private multiplyFromRight(precision: number): number {
        const { size, elements, product, movedWithValue, row } = this;
        const { selection, transition } = this.model;
        const { starts, columns, values } = transition;
        let greatest = 0;
        for (let i = 0; i < size; i++) {
            const from = i * size;
            const told = movedWithValue[i] * precision;
            const noise = selection[i];
            for (let j = 0; j <= i; j++) {
                const k = starts[j];
                row[j] = product[from + columns[k]] * values[k] + noise * selection[j] - told * movedWithValue[j];
            }
            for (let index = 0; index < this.longRows.length && this.longRows[index] <= i; index++) {
                const j = this.longRows[index];
                for (let k = starts[j] + 1; k < starts[j + 1]; k++) {
                    row[j] += product[from + columns[k]] * values[k];
                }
            }
            for (let j = 0; j <= i; j++) {
                const change = Math.abs(row[j] - elements[from + j]);
                greatest = change > greatest ? change : greatest;
                elements[from + j] = row[j];
                elements[j * size + i] = row[j];
            }
        }
        return greatest;
    }
}

function apply({ starts, columns, values }: SparseMatrix, vector: Float64Array, into: Float64Array): void {
    for (let i = 0; i < into.length; i++) {
        let sum = 0;
        for (let k = starts[i]; k < starts[i + 1]; k++) {
            sum += values[k] * vector[columns[k]];
        }
        into[i] = sum;
    }
}
