import { SeededRandom } from '../statistics/seeded-random';
import { cluster, ClusterMethod, ClusterOptions } from './cluster';
import { dbscan } from './dbscan';
import { squaredDistance } from './distances';
import { hierarchical } from './hierarchical';
import { clusterQuality, silhouettes } from './indices';
import { kmeans } from './kmeans';
import { encodeOneHot, encodeOrdinal, scaleColumns, withoutOutliers } from './prepare';
import { spectral } from './spectral';

const OPTIONS: ClusterOptions = { method: 'kmeans', clusters: 0, eps: 0, minSamples: 5, seed: 42 };
const METHODS: readonly ClusterMethod[] = ['kmeans', 'hierarchical', 'spectral', 'dbscan'];

/** So many rows around each centre, one centre after the other. */
function blobs(centers: readonly (readonly number[])[], size: number, deviation = 1, seed = 1): Float64Array[] {
    const random = new SeededRandom(seed);
    return centers.flatMap(center =>
        Array.from({ length: size }, () => Float64Array.from(center, value => value + deviation * random.gaussian()))
    );
}

const THREE = blobs(
    [
        [0, 0],
        [20, 0],
        [0, 20]
    ],
    25
);
const TRUTH = [...Array(25).fill(0), ...Array(25).fill(1), ...Array(25).fill(2)];

describe('cluster', () => {
    it.each(METHODS)('tells three groups apart, and how many there are (%s)', method => {
        const { labels, count, quality } = cluster(THREE, { ...OPTIONS, method });
        expect(count).toBe(3);
        const agreeing = labels.filter((label, index) => label === TRUTH[index]).length;
        expect(agreeing).toBeGreaterThanOrEqual(method === 'dbscan' ? 66 : 75);
        expect(quality?.silhouette).toBeGreaterThan(0.8);
    });

    it.each(['kmeans', 'hierarchical', 'spectral'] as const)(
        'finds one group in noise of many dimensions (%s)',
        method => {
            expect(cluster(blobs([[0, 0, 0, 0, 0, 0, 0, 0]], 60), { ...OPTIONS, method }).count).toBe(1);
        }
    );

    it.each(METHODS)('takes no, one, two and equal rows (%s)', method => {
        expect(cluster([], { ...OPTIONS, method }).count).toBe(0);
        expect([...cluster([Float64Array.of(1)], { ...OPTIONS, method }).labels]).toEqual([0]);
        expect(cluster(Array(9).fill(Float64Array.of(3, 4)), { ...OPTIONS, method, clusters: 2 }).count).toBe(1);
        expect(cluster([Float64Array.of(1), Float64Array.of(9)], { ...OPTIONS, method }).labels).toHaveLength(2);
    });

    it('gives as many groups as asked for, and the same for the same seed', () => {
        const rows = blobs([[0, 0]], 40);
        const first = cluster(rows, { ...OPTIONS, clusters: 4 });
        expect(first.count).toBe(4);
        expect(cluster(rows, { ...OPTIONS, clusters: 4 }).labels).toEqual(first.labels);
    });
});

describe('kmeans', () => {
    it('ends where every row is nearest to the mean of its own cluster', () => {
        const rows = blobs([[0, 0]], 80, 3);
        const labels = kmeans(rows, 4);
        const centers = [0, 1, 2, 3].map(label => {
            const own = rows.filter((_, index) => labels[index] === label);
            return own[0].map((_, column) => own.reduce((sum, row) => sum + row[column], 0) / own.length);
        });
        rows.forEach((row, index) => {
            const distances = centers.map(center => squaredDistance(row, center));
            expect(distances[labels[index]]).toBeCloseTo(Math.min(...distances), 10);
        });
    });
});

describe('hierarchical', () => {
    it('joins the nearest first', () => {
        const rows = [0, 1, 5, 6, 20].map(value => Float64Array.of(value));
        expect([...hierarchical(rows, 3)]).toEqual([0, 0, 1, 1, 2]);
        expect([...hierarchical(rows, 2, 'average')]).toEqual([0, 0, 0, 0, 1]);
        expect([...hierarchical(rows, 1)]).toEqual([0, 0, 0, 0, 0]);
    });

    it('adds with each join of Ward what the squares about the means grow by', () => {
        // {0, 1} and {5, 6}: joining the pairs costs 2·2/4·5² = 25 beside 0.5 each; 20 stays apart longer.
        const rows = [0, 1, 5, 6, 9].map(value => Float64Array.of(value));
        expect([...hierarchical(rows, 2)]).toEqual([0, 0, 1, 1, 1]);
    });
});

describe('dbscan', () => {
    it('tells dense places of any shape, borders and noise', () => {
        const line = Array.from({ length: 10 }, (_, index) => Float64Array.of(index, 0));
        const far = [Float64Array.of(50, 50)];
        expect([...dbscan([...line, ...far], 1, 3)]).toEqual([...Array(10).fill(0), -1]);
        expect([...dbscan([...line, ...far], 0.5, 3)]).toEqual(Array(11).fill(-1));
        expect([...dbscan(far, 1, 1)]).toEqual([0]);
    });
});

describe('spectral', () => {
    it('tells a ring from what it encloses, which no centres do', () => {
        const random = new SeededRandom(3);
        const ring = Array.from({ length: 80 }, (_, index) => {
            const angle = (2 * Math.PI * index) / 80;
            return Float64Array.of(10 * Math.cos(angle) + 0.1 * random.gaussian(), 10 * Math.sin(angle));
        });
        const core = Array.from({ length: 40 }, () => Float64Array.of(random.gaussian(), random.gaussian()));
        const labels = spectral([...ring, ...core], 2);
        expect([...labels]).toEqual([...Array(80).fill(0), ...Array(40).fill(1)]);
    });
});

describe('clusterQuality', () => {
    // By hand from the definitions: rows 0, 1 | 4, 6 on a line.
    const rows = [0, 1, 4, 6].map(value => Float64Array.of(value));
    const labels = Int32Array.of(0, 0, 1, 1);

    it('is as the papers define it', () => {
        const expected = [(5 - 1) / 5, (4 - 1) / 4, (3.5 - 2) / 3.5, (5.5 - 2) / 5.5];
        [...silhouettes(rows, labels)].forEach((value, index) => expect(value).toBeCloseTo(expected[index], 12));
        const quality = clusterQuality(rows, labels);
        expect(quality?.silhouette).toBeCloseTo(expected.reduce((a, b) => a + b) / 4, 12);
        // Mean distances to the centres 0.5 and 5: 0.5 and 1; the centres are 4.5 apart.
        expect(quality?.daviesBouldin).toBeCloseTo(1.5 / 4.5, 12);
        // Between: 2·2.25² + 2·2.25² about 2.75; within: 0.5 + 2; freedom (4 − 2)/(2 − 1).
        expect(quality?.calinskiHarabasz).toBeCloseTo((20.25 / 2.5) * 2, 12);
    });

    it('is none for a single cluster, and leaves noise out', () => {
        expect(clusterQuality(rows, Int32Array.of(0, 0, 0, 0))).toBeUndefined();
        const noisy = clusterQuality([...rows, Float64Array.of(99)], Int32Array.of(0, 0, 1, 1, -1));
        expect(noisy).toEqual(clusterQuality(rows, labels));
    });
});

describe('preparing rows', () => {
    const rows = [1, 2, 3, 10].map(value => Float64Array.of(value, 5));

    it.each([
        ['standard', [-0.8485281374238571, -0.565685424949238, -0.282842712474619, 1.697056274847714]],
        ['minmax', [0, 1 / 9, 2 / 9, 1]],
        ['maxabs', [0.1, 0.2, 0.3, 1]],
        ['robust', [-0.5, -1 / 6, 1 / 6, 2.5]]
    ] as const)(
        'scales columns as the %s scaler of scikit-learn does; one without spread to 0',
        (scaling, expected) => {
            const scaled = scaleColumns(rows, scaling);
            scaled.forEach(([first, second], index) => {
                expect(first).toBeCloseTo(expected[index], 9);
                expect(second).toBe(scaling === 'maxabs' ? 1 : 0);
            });
        }
    );

    it('encodes categories', () => {
        expect(encodeOneHot(['b', 'a', 'b']).map(row => [...row])).toEqual([
            [0, 1],
            [1, 0],
            [0, 1]
        ]);
        expect([...encodeOrdinal(['b', 'a', 'c'])]).toEqual([1, 0, 2]);
    });

    it('finds outliers on both sides', () => {
        const values = [...Array(20).keys()].map(value => Float64Array.of(value));
        const extreme = [Float64Array.of(-500), ...values, Float64Array.of(500)];
        expect(withoutOutliers(extreme, 'iqr').filter(kept => !kept)).toHaveLength(2);
        expect(withoutOutliers(extreme, 'zscore', 2)[0]).toBe(false);
        expect(withoutOutliers(values, 'zscore').every(Boolean)).toBe(true);
    });
});
