import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../series/test-support/shared-folder';
import { seriesOf } from '../series/test-support/series-of';
import { standardDeviation } from '../statistics/moments';
import { AnomalyParameters, DEFAULT_ANOMALY_PARAMETERS } from './anomaly-schema';
import { Detection } from './detection';
import { scorePoints } from './detect-anomalies';

/** What TMLL found in a file, by method. */
interface TmllResult {
    readonly methods: Readonly<
        Record<
            string,
            {
                readonly flagged: readonly number[];
                /** What all three methods flag, as TMLL's documentation of its combination promises. */
                readonly intersection?: readonly number[];
                readonly error_on_raw?: unknown;
            }
        >
    >;
}

const folder = sharedFolder('reference/nab');
const files = folder === undefined ? [] : filesBelow(folder);
const describeWithReference = files.length > 0 ? describe : describe.skip;

function filesBelow(root: string): string[] {
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map(file => join(root, file))
        .filter(file => file.endsWith('.csv') && existsSync(resultOf(file)));
}

function resultOf(file: string): string {
    return file.replace(/\.csv$/, '.tmll.json');
}

/** A file as TMLL saw it for a method: as it is, or, where that raised, without repeated timestamps. */
function load(file: string, method: string): { values: Float64Array; flagged: Set<number> } {
    const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    const cells = rows.map(row => row.split(','));
    const result = (JSON.parse(readFileSync(resultOf(file), 'utf8')) as TmllResult).methods[method];
    const seen = new Set<string>();
    const kept = [...cells.keys()].filter(row => {
        const isNew = !seen.has(cells[row][0]);
        seen.add(cells[row][0]);
        return isNew || result.error_on_raw === undefined;
    });
    const flagged = new Set(result.intersection ?? result.flagged);
    return {
        values: Float64Array.from(kept, row => (cells[row][1] === '' ? NaN : Number(cells[row][1]))),
        flagged: new Set([...kept.keys()].filter(index => flagged.has(kept[index])))
    };
}

function detect(values: Float64Array, parameters: Partial<AnomalyParameters>): Detection {
    return scorePoints(seriesOf(values), { ...DEFAULT_ANOMALY_PARAMETERS, removeMinimum: true, ...parameters });
}

/** Points before the tested one in TMLL's window of 10. */
const BEFORE = 9;

/*
 * TMLL's window holds the tested point. With n points before it, their mean m and deviation s, and r = |x − m|/s, its
 * score is z = r·n/(n+1) / √((n−1)/n + r²/(n+1)), so z > 2 exactly when r > 2.945.
 */
const AS_TMLL = {
    zscoreThreshold: 3,
    iqrFactor: 1.5,
    movingAverageWindowSize: BEFORE,
    movingAverageThreshold: Math.sqrt(
        (2 ** 2 * (BEFORE - 1)) / (BEFORE ** 3 / (BEFORE + 1) ** 2 - (2 ** 2 * BEFORE) / (BEFORE + 1))
    )
};

/** TMLL judges no window with a gap; and where one is nearly constant, the running sums of pandas cancel. */
function comparableRows(values: Float64Array): number[] {
    const whole = standardDeviation(values, 'population');
    const minimum = Math.min(...values);
    return [...values.keys()].filter(row => {
        const before = values.subarray(row - BEFORE, row);
        const isWhole = row >= BEFORE && values.subarray(row - BEFORE, row + 1).every(value => value > minimum);
        return isWhole && standardDeviation(before, 'sample') > 1e-6 * whole;
    });
}

/** Those of the rows on which our verdict and TMLL's differ. */
function differing(rows: readonly number[], detection: Detection, flagged: Set<number>): number[] {
    return rows.filter(row => (detection.flags[row] === 1) !== flagged.has(row));
}

describeWithReference('the flags of TMLL on NAB, its leaving out of minima asked for', () => {
    it.each([
        ['zscore', { zscoreThreshold: 3 }],
        ['iqr', { iqrFactor: 1.5 }]
    ])('are equalled by %s on every row of the upper side, the only one that it looks at', (method, parameters) => {
        for (const file of files) {
            const { values, flagged } = load(file, method);
            const detection = detect(values, { method, ...parameters });
            const upper = [...values.keys()].filter(row => values[row] > detection.expected[row]);
            expect([file, differing(upper, detection, flagged)]).toEqual([file, []]);
        }
    });

    it('are equalled by moving_average with a window of 9 and the threshold that 2 on a window of 10 amounts to', () => {
        let compared = 0;
        for (const file of files) {
            const { values, flagged } = load(file, 'moving_average');
            const detection = detect(values, {
                method: 'moving_average',
                ...AS_TMLL
            });
            const rows = comparableRows(values);
            compared += rows.length;
            expect([file, differing(rows, detection, flagged)]).toEqual([file, []]);
        }
        expect(compared).toBeGreaterThan(100_000);
    });

    it('that all its methods agree on are equalled by combined on every row of the upper side', () => {
        let agreed = 0;
        for (const file of files) {
            const { values, flagged } = load(file, 'combined');
            const detection = detect(values, { method: 'combined', ...AS_TMLL });
            const upper = comparableRows(values).filter(row => values[row] > detection.expected[row]);
            agreed += upper.filter(row => flagged.has(row)).length;
            expect([file, differing(upper, detection, flagged)]).toEqual([file, []]);
        }
        expect(agreed).toBeGreaterThan(500);
    });
});
