/** Worth of what is believed beforehand of a run's mean (0) and variance (1), in values. */
const MEAN_WEIGHT = 0.01;
const SHAPE = 1;

/**
 * The density of a run's next value when values are Gaussian with unknown mean and variance: Student's t-distribution,
 * by running sums (Murphy, "Conjugate Bayesian analysis of the Gaussian distribution", 2007).
 */
export class StudentPredictive {
    private readonly sums: Float64Array;
    private readonly squares: Float64Array;
    /** Γ(α + ½)/(Γ(α)·√(2πα)) for runs of 0, 1, … values. */
    private readonly factors: Float64Array;
    private count = 0;

    constructor(capacity: number) {
        this.sums = new Float64Array(capacity + 1);
        this.squares = new Float64Array(capacity + 1);
        this.factors = new Float64Array(capacity + 1);
        // Γ(α + ½)/Γ(α) for α = 1, then α = 1½: each next one is the inverse of the one before times α.
        let ratio = Math.sqrt(Math.PI) / 2;
        for (let length = 0; length <= capacity; length++) {
            const alpha = SHAPE + length / 2;
            this.factors[length] = ratio / Math.sqrt(2 * Math.PI * alpha);
            ratio = alpha / ratio;
        }
    }

    /** The density of `value` after the values from `start` to `end`, exclusive. */
    density(start: number, end: number, value: number): number {
        const length = end - start;
        const sum = this.sums[end] - this.sums[start];
        const weight = MEAN_WEIGHT + length;
        const mean = sum / weight;
        const alpha = SHAPE + length / 2;
        const beta = SHAPE + Math.max(0, this.squares[end] - this.squares[start] - sum * mean) / 2;
        const variance = (beta * (weight + 1)) / (alpha * weight);
        const distance = value - mean;
        const base = 1 + (distance * distance) / (2 * alpha * variance);
        return (this.factors[length] / Math.sqrt(variance)) * Math.pow(base, -alpha - 0.5);
    }

    /** Appends a value. */
    add(value: number): void {
        this.sums[this.count + 1] = this.sums[this.count] + value;
        this.squares[this.count + 1] = this.squares[this.count] + value * value;
        this.count++;
    }
}
