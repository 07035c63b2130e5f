import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../../series/test-support/shared-folder';

/** A coefficient with its p-value; scipy's NaN and infinities are texts. */
export interface ScipyTest {
    readonly statistic: number | string;
    readonly p: number | string;
}

export interface ScipyNormality {
    readonly skew: number | string;
    readonly skewtest: ScipyTest;
    readonly kurtosistest: ScipyTest;
    readonly normaltest: ScipyTest;
}

/** What scipy and TMLL answered on a table of series. */
export interface ScipyCase {
    readonly name: string;
    /** By name; NaN where the table has no value. */
    readonly columns: ReadonlyMap<string, Float64Array>;
    readonly series: Readonly<Record<string, ScipyNormality>>;
    /** By both names, `a|b`: of all points, and of those that both have. */
    readonly pairs: Readonly<
        Record<string, Readonly<Record<'pearson' | 'spearman' | 'kendall', ScipyTest>> & { selected?: string }>
    >;
    readonly lags: Readonly<Record<string, readonly TmllLag[]>>;
}

export interface TmllLag {
    readonly lag: number;
    readonly correlation: number;
    readonly p_value: number;
    readonly method: string;
}

/** The cases of the reference; none where it is not at hand. */
export function scipyCases(): ScipyCase[] {
    const folder = sharedFolder('reference/correlation');
    const files = folder === undefined ? [] : readdirSync(folder).filter(file => file.endsWith('.json'));
    return files.map(file => readCase(join(folder ?? '', file)));
}

function readCase(file: string): ScipyCase {
    const answer = JSON.parse(readFileSync(file, 'utf8'));
    const [header, ...rows] = readFileSync(file.replace(/json$/, 'csv'), 'utf8').trim().split('\n');
    const cells = rows.map(row => row.split(','));
    const names = header.split(',');
    const lags = Object.entries<{ lags: TmllLag[] }>(answer.tmll_lags ?? {}).map(([pair, { lags: all }]) => [
        pair,
        all
    ]);
    return {
        name: answer.set,
        columns: new Map(
            names.slice(1).map((name, index) => [name, Float64Array.from(cells, row => numberOf(row[index + 1]))])
        ),
        series: answer.series,
        pairs: { ...answer.pairs_raw, ...answer.pairs_pairwise_complete },
        lags: Object.fromEntries(lags)
    };
}

function numberOf(cell: string): number {
    return cell === '' ? NaN : Number(cell);
}
