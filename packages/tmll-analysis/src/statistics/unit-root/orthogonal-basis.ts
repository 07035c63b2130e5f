/** Columns that lose more than this share of their length to those before depend on them, up to rounding. */
const DEPENDENT = 1e-10;

/**
 * An orthonormal basis that grows column by column, by Gram and Schmidt's method applied twice to each, which keeps it
 * orthogonal to rounding (Giraud, Langou and Rozložník 2005). With it the sum of squares that a least-squares regression
 * leaves falls by the square of one product for each further regressor.
 */
export class OrthogonalBasis {
    private readonly columns: Float64Array[] = [];

    /** Takes a regressor in. Returns the new column of the basis; undefined when the regressor depends on those before. */
    add(regressor: Float64Array): Float64Array | undefined {
        const column = Float64Array.from(regressor);
        const length = Math.sqrt(product(column, column));
        for (let pass = 0; pass < 2; pass++) {
            for (const other of this.columns) {
                const share = product(column, other);
                for (let row = 0; row < column.length; row++) {
                    column[row] -= share * other[row];
                }
            }
        }
        const rest = Math.sqrt(product(column, column));
        if (!(rest > DEPENDENT * length)) {
            return undefined;
        }
        for (let row = 0; row < column.length; row++) {
            column[row] /= rest;
        }
        this.columns.push(column);
        return column;
    }
}

/** The sum of the products row by row. */
export function product(a: Float64Array, b: Float64Array): number {
    let sum = 0;
    for (let row = 0; row < a.length; row++) {
        sum += a[row] * b[row];
    }
    return sum;
}
