import { renderText } from '../document/render-text';
import { seriesOf } from '../series/test-support/series-of';
import { TimeSeries } from '../series/time-series';
import { fromWire, toWire } from '../series/wire';
import { SeededRandom } from '../statistics/seeded-random';
import { CapacityData, ResourceForecast } from './capacity-result';
import { CapacityParameters, DEFAULT_CAPACITY_PARAMETERS } from './capacity-schema';
import { capacityFindings, nextViolation } from './findings';
import { forecastResource } from './forecast-capacity';
import { interpretCapacity } from './interpret';
import { capacityPlots } from './plots';
import { recommend } from './recommendations';

const MIB = 2 ** 20;

function resource(output: string, unit: string, length: number, value: (t: number) => number): TimeSeries {
    const random = new SeededRandom(1);
    const path = [output, 'host'];
    const values = Float64Array.from(
        { length },
        (_, t) => value(t) + random.gaussian() * 1e-3 * Math.abs(value(length))
    );
    return { ...seriesOf(values), path, id: path.join('/'), name: path.join(' → '), unit };
}

function forecast(series: TimeSeries, parameters: Partial<CapacityParameters> = {}): ResourceForecast {
    const reference = { outputId: 'output', path: series.path };
    const found = forecastResource(series, reference, { ...DEFAULT_CAPACITY_PARAMETERS, ...parameters });
    if (found === undefined) {
        throw new Error('There is a value to go on with.');
    }
    return found;
}

/** 100 MiB, growing by 1 MiB a step of 100 ms. */
const GROWING = resource('Memory Usage', 'B', 200, t => (100 + t) * MIB);

describe('forecastResource', () => {
    it('tells when growing memory exceeds its limit, and how probably', () => {
        const found = forecast(GROWING, { memoryThreshold: 350 });
        const violation = nextViolation(found);
        const after = Number((violation?.startNs ?? 0n) - GROWING.origin) / 1e8 - 199;
        expect(Math.abs(after - 51)).toBeLessThan(8);
        expect(violation).toMatchObject({ isSustained: true });
        expect(violation?.probability).toBeGreaterThan(0.5);
        expect(found).toMatchObject({ kind: 'memory', thresholdReason: 'parameter', exceeded: 0 });
        expect(found.possibleFromNs !== undefined && violation && found.possibleFromNs <= violation.startNs).toBe(true);
    });

    it('calls a short violation what it is', () => {
        const pulses = resource('CPU Usage', '%', 400, t => (t % 40 < 3 ? 95 : 20));
        const found = forecast(pulses, { warningPeriod: '5s' });
        expect(found.violations.length).toBeGreaterThan(0);
        expect(found.violations.every(({ isSustained }) => !isSustained)).toBe(true);
        expect(found.exceeded).toBeCloseTo(3 / 40, 2);
        const starts = found.violations.map(({ startNs }) => startNs);
        expect(starts).toEqual([...starts].sort((a, b) => Number(a - b)));
    });

    it('takes as many times the limit of a CPU as there are CPUs', () => {
        expect(forecast(resource('CPU Usage', '%', 50, () => 180)).threshold).toBe(170);
        expect(forecast(resource('CPU Usage', '%', 50, () => 40)).threshold).toBe(85);
    });

    it('measures what has no limit by its peak', () => {
        const found = forecast(resource('Disk I/O View', 'B/s', 50, () => 2 * MIB));
        expect(found).toMatchObject({ kind: 'disk', thresholdReason: 'peak' });
        expect(found.threshold).toBe(1.5 * found.peak);
        expect(found.violations).toEqual([]);
    });

    it('has no forecast of nothing', () => {
        const reference = { outputId: 'output', path: ['CPU'] };
        expect(forecastResource(seriesOf([]), reference, DEFAULT_CAPACITY_PARAMETERS)).toBeUndefined();
        expect(forecastResource(seriesOf([NaN]), reference, DEFAULT_CAPACITY_PARAMETERS)).toBeUndefined();
        expect(forecastResource(seriesOf([-1, -2, -1]), reference, DEFAULT_CAPACITY_PARAMETERS)).toBeUndefined();
    });
});

describe('a capacity forecast', () => {
    const data: CapacityData = {
        resources: [forecast(GROWING, { memoryThreshold: 350 }), forecast(resource('CPU Usage', '%', 200, () => 10))]
    };

    it('has a finding for what is exceeded, and none for what is not', () => {
        const findings = capacityFindings(data.resources);
        expect(findings).toHaveLength(1);
        expect(findings[0]).toMatchObject({ kind: 'capacity', unit: 'B', expected: { high: 350 * MIB } });
        expect(findings[0].sentence).toMatch(
            /^Memory Usage → host is forecast to exceed the limit of 350 MiB \d(\.\d+)? s after/
        );
    });

    it('recommends what fits', () => {
        const { immediate, shortTerm, optimization } = recommend(data.resources);
        expect(immediate).toHaveLength(1);
        expect(shortTerm).toEqual([]);
        expect(optimization).toHaveLength(1);
    });

    it('says that it is high time where a limit is exceeded already', () => {
        const { immediate } = recommend([forecast(GROWING, { memoryThreshold: 250 })]);
        expect(immediate[0]).toMatch(/exceeds 250 MiB at once: add capacity or shed load now\.$/);
    });

    it('crosses processes unchanged, and can be drawn and told from that', () => {
        const back = fromWire<CapacityData>(JSON.parse(JSON.stringify(toWire(data))));
        expect(back).toEqual(data);
        expect(capacityPlots(back, { zoomed: true }).map(({ id }) => id)).toEqual([
            'capacity-forecast-1',
            'capacity-forecast-2'
        ]);
        const text = renderText(
            interpretCapacity({ data: back, findings: [], provenance: { method: 'auto', parameters: {} } as never })
        );
        expect(text).toContain('Memory Capacity Analysis');
        expect(text).toContain('Immediate Actions');
    });
});
