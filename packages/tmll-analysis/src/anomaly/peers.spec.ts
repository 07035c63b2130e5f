import { TimeSeries } from '../series/time-series';
import { ORIGIN, seriesOf } from '../series/test-support/series-of';
import { SeededRandom } from '../statistics/seeded-random';
import { DEFAULT_ANOMALY_PARAMETERS } from './anomaly-schema';
import { anomalyFindings } from './findings';
import { detectAmongPeers, PeerCandidate, peerGroups } from './peers';

const LENGTH = 600;

/** The load of a CPU: what all have in common, and noise of its own. */
function cpu(number: number, change: (value: number, index: number) => number = value => value): PeerCandidate {
    const random = new SeededRandom(number + 1);
    const values = Float64Array.from({ length: LENGTH }, (_, index) => {
        const common = 50 + 30 * Math.sin(index / 9) + (index > 400 && index < 440 ? -40 : 0);
        return change(common + random.gaussian(), index);
    });
    const path = ['CPU Usage', 'trace', `CPU ${number}`];
    const points: TimeSeries = { ...seriesOf(values), id: path.join('/'), name: `CPU ${number}`, path, unit: '%' };
    return { points, reference: { outputId: 'cpu', path } };
}

const detect = (...group: PeerCandidate[]): ReturnType<typeof detectAmongPeers> =>
    detectAmongPeers(group, DEFAULT_ANOMALY_PARAMETERS);

describe('peerGroups', () => {
    it('are series of one output below one entry in one unit, three at least', () => {
        const group = [cpu(0), cpu(1), cpu(2)];
        const other = { ...cpu(3), reference: { outputId: 'disk', path: ['Disk', 'trace', 'sda'] } };
        expect(peerGroups([...group, other])).toEqual([group]);
        expect(peerGroups([...group.slice(1), other])).toEqual([]);
    });
});

describe('detectAmongPeers', () => {
    it('tells who differs, and when; what all do is no difference', () => {
        const odd = cpu(2, (value, index) => (index >= 200 && index < 230 ? 96 : value));
        const found = detect(cpu(0), cpu(1), odd, cpu(3));
        expect(found.map(({ periods }) => periods.length)).toEqual([0, 0, 1, 0]);
        const [{ startNs, endNs, direction }] = found[2].periods;
        expect(direction).toBe('above');
        expect(Number(startNs - ORIGIN) / 1e8).toBeCloseTo(200, -1);
        expect(Number(endNs - ORIGIN) / 1e8).toBeCloseTo(230, -1);
        expect(anomalyFindings(found)[0].sentence).toMatch(/^CPU 2 rises to 96 % for .* is usual among its 3 peers\.$/);
    });

    it('tells who differs all the time, as one period, with the values that are seen', () => {
        const found = detect(
            cpu(0),
            cpu(1),
            cpu(2, value => value - 40),
            cpu(3)
        );
        expect(found.map(({ periods }) => periods.length)).toEqual([0, 0, 1, 0]);
        const [{ startNs, endNs, direction, actual, points }] = found[2].periods;
        expect([startNs, direction, points]).toEqual([ORIGIN, 'below', 1]);
        expect(Number(endNs - ORIGIN)).toBeGreaterThan((LENGTH - 1) * 1e8);
        expect(actual).toBeLessThan(50);
    });

    it('tells nothing of peers that are alike, or constant', () => {
        expect(detect(cpu(0), cpu(1), cpu(2)).flatMap(({ periods }) => periods)).toEqual([]);
        const idle = [0, 1, 2].map(number => cpu(number, () => 0));
        expect(detect(...idle).flatMap(({ periods }) => periods)).toEqual([]);
    });
});
