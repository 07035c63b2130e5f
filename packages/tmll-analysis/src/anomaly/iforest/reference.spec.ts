import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../../series/test-support/shared-folder';
import { IsolationForest } from '../../statistics/isolation-forest';
import { pointFeatures } from './features';

const folder = sharedFolder('reference/nab');
const features = folder === undefined ? undefined : join(folder, 'iforest_features');
const files = features === undefined ? [] : readdirSync(features);
const describeWithReference = files.length > 0 ? describe : describe.skip;

/** Rows before the first whole window of 100, which TMLL leaves out. */
const LEFT_OUT = 99;

function columnsOf(file: string): Map<string, Float64Array> {
    const [head, ...rows] = readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map(line => line.split(','));
    return new Map(head.map((name, place) => [name, Float64Array.from(rows, row => Number(row[place]))]));
}

function column(columns: Map<string, Float64Array>, name: string): Float64Array {
    const found = columns.get(name);
    if (found === undefined) {
        throw new Error(`No column ${name}.`);
    }
    return found;
}

/** The series that a table of features was made of. */
function seriesOf(file: string): Map<string, Float64Array> {
    const found = readdirSync(folder ?? '', { recursive: true, encoding: 'utf8' }).find(
        path => path.endsWith(`/${file}`) && !path.startsWith('iforest_features')
    );
    return columnsOf(join(folder ?? '', found ?? file));
}

/** Spearman's coefficient. */
function rankCorrelation(first: Float64Array, second: Float64Array): number {
    const [a, b] = [ranks(first), ranks(second)];
    const middle = (a.length - 1) / 2;
    let products = 0;
    let squares = [0, 0];
    a.forEach((rank, row) => {
        products += (rank - middle) * (b[row] - middle);
        squares = [squares[0] + (rank - middle) ** 2, squares[1] + (b[row] - middle) ** 2];
    });
    return products / Math.sqrt(squares[0] * squares[1]);
}

function ranks(values: Float64Array): Float64Array {
    const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
    const result = new Float64Array(values.length);
    for (let from = 0, to = 0; from < order.length; from = to) {
        while (to < order.length && values[order[to]] === values[order[from]]) {
            to++;
        }
        order.slice(from, to).forEach(row => (result[row] = (from + to - 1) / 2));
    }
    return result;
}

describeWithReference('what TMLL gives its isolation forest on NAB', () => {
    it.each(files)('is equalled by the features of each point, its clock left out: %s', file => {
        const expected = columnsOf(join(features ?? '', file));
        const series = seriesOf(file);
        const values = column(series, 'value');
        const times = column(series, 'timestamp_ns');
        const ours = pointFeatures(
            values,
            times.map(time => time - times[0]),
            100,
            () => false
        );
        for (const [name, actual] of Object.entries({
            value: ours.value,
            rolling_mean: ours.rollingMean,
            rolling_std: ours.rollingDeviation,
            rate_of_change: ours.rateOfChange
        })) {
            const reference = column(expected, name);
            expect(reference).toHaveLength(values.length - LEFT_OUT);
            // The running sums of pandas cancel; ours do not.
            const tolerance = 1e-7 * Math.max(...reference.map(Math.abs));
            const differing = [...reference.keys()].filter(
                row => !(Math.abs(actual[row + LEFT_OUT] - reference[row]) <= tolerance)
            );
            expect([name, differing]).toEqual([name, []]);
        }
    });

    /*
     * Forests of 100 trees from different seeds agree by .96 only. With five times as many trees what remains is the
     * chance in scikit-learn's own 100.
     */
    it.each(files)('has the scores of scikit-learn by rank, its five columns given: %s', file => {
        const columns = columnsOf(join(features ?? '', file));
        const names = ['value', 'seconds_from_start', 'rolling_mean', 'rolling_std', 'rate_of_change'];
        const table = names.map(name => column(columns, name));
        const expected = column(columns, 'anomaly_score_0_1');
        const scores = IsolationForest.grow(table, { seed: 42, trees: 500 }).score(table);
        expect(rankCorrelation(scores, expected)).toBeGreaterThan(0.95);
        const differences = scores.map((score, row) => score - expected[row]);
        expect(Math.abs(differences.reduce((sum, each) => sum + each, 0) / scores.length)).toBeLessThan(0.01);
    });
});
