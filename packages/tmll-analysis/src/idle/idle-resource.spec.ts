import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderText } from '../document/render-text';
import { seriesOf } from '../series/test-support/series-of';
import { sharedFolder } from '../series/test-support/shared-folder';
import { rangeOf, TimeSeries } from '../series/time-series';
import { fromWire, toWire } from '../series/wire';
import { idleFindings } from './findings';
import { idleResource } from './idle-resource';
import { IdleData, IdleResource } from './idle-result';
import { DEFAULT_IDLE_PARAMETERS, IdleParameters } from './idle-schema';
import { interpretIdle } from './interpret';
import { resourceUtilizationPlots } from './plots';
import { recommendForIdle } from './recommendations';

const MIB = 2 ** 20;

function usage(output: string, unit: string, values: ArrayLike<number>): TimeSeries {
    const path = [output, 'host'];
    return { ...seriesOf(values), path, id: path.join('/'), name: path.join(' → '), unit };
}

function idle(series: TimeSeries, parameters: Partial<IdleParameters> = {}): IdleResource {
    const range = rangeOf(series) ?? { startNs: 0n, endNs: 0n };
    const found = idleResource(series, { outputId: 'output', path: series.path }, range, {
        ...DEFAULT_IDLE_PARAMETERS,
        ...parameters
    });
    if (found === undefined) {
        throw new Error('There is a value.');
    }
    return found;
}

/** Busy but for 20 and for 3 steps of 100 ms. */
const CPU = usage(
    'CPU Usage',
    '%',
    Array.from({ length: 100 }, (_, t) => ((t >= 30 && t < 50) || (t >= 70 && t < 73) ? 2 : 60))
);

describe('idleResource', () => {
    it('finds stretches below the threshold that last long enough', () => {
        const found = idle(CPU, { idleTime: '1s' });
        expect(found.periods).toEqual([{ startNs: CPU.origin + 3_000_000_000n, endNs: CPU.origin + 5_000_000_000n }]);
        expect(found).toMatchObject({ idleShare: 0.2, idleNs: 2_000_000_000n, peak: 60, threshold: 10 });
        expect(idle(CPU, { idleTime: '300ms' }).periods).toHaveLength(2);
    });

    it('tells the true average', () => {
        expect(idle(CPU).average).toBeCloseTo(0.77 * 60 + 0.23 * 2, 10);
    });

    it('ends a stretch where a value is missing', () => {
        const values = CPU.values.map((value, index) => (index === 40 ? NaN : value));
        expect(idle({ ...CPU, values }, { idleTime: '500ms' }).periods).toHaveLength(2);
    });

    it('measures what has no threshold by its peak, and calls idle what is never used', () => {
        expect(idle(usage('Memory Usage', 'B', [10 * MIB, 50 * MIB])).threshold).toBe(5 * MIB);
        expect(idle(usage('Disk I/O View', 'B/s', [0, 0, 0, 0])).idleShare).toBe(1);
        expect(idle(usage('Memory Usage', 'B', [MIB, 2 * MIB]), { memoryIdleThreshold: 16 }).threshold).toBe(16 * MIB);
    });

    it('has nothing to tell of nothing', () => {
        const range = { startNs: 0n, endNs: 10n };
        const reference = { outputId: 'output', path: ['CPU'] };
        expect(idleResource(seriesOf([]), reference, range, DEFAULT_IDLE_PARAMETERS)).toBeUndefined();
    });
});

describe('an idle analysis', () => {
    const data: IdleData = { resources: [idle(CPU, { idleTime: '1s' })] };

    it('has findings, recommendations and a report without a second call', () => {
        const range = rangeOf(CPU) ?? { startNs: 0n, endNs: 0n };
        const findings = idleFindings(data, range);
        expect(findings).toHaveLength(1);
        expect(findings[0].sentence).toBe(
            'CPU Usage → host is idle for 2 s: below 10 %, at an average of 46.7 % over the whole range.'
        );
        expect(findings[0].severity).toBeLessThanOrEqual(30);
        const mostly = { ...data.resources[0], idleShare: 0.8 };
        expect(recommendForIdle({ resources: [mostly] }).utilization).toHaveLength(1);
        const back = fromWire<IdleData>(JSON.parse(JSON.stringify(toWire(data))));
        expect(back).toEqual(data);
        expect(resourceUtilizationPlots(back, range)).toHaveLength(1);
        const text = renderText(interpretIdle({ data: back, findings, provenance: { range } as never }));
        expect(text).toContain('20 % of the time, in 1 periods');
    });
});

const folder = sharedFolder('reference/idle');
(folder === undefined ? describe.skip : describe)('idle resources as TMLL finds them', () => {
    it('agree in averages, peaks and, to a step, in periods', () => {
        const [header, ...rows] = readFileSync(join(folder ?? '', 'three.csv'), 'utf8')
            .trim()
            .split('\n');
        const cells = rows.map(row => row.split(','));
        const origin = BigInt(cells[0][0]);
        const expected = JSON.parse(
            readFileSync(join(folder ?? '', 'three.json'), 'utf8').replace(/\b(\d{19})\b/g, '"$1"')
        );
        const limits = { memoryIdleThreshold: 10, diskIdleThreshold: 5, idleTime: '30s' };
        header
            .trim()
            .split(',')
            .slice(1)
            .forEach((name, column) => {
                const values = cells.map(row => Number(row[column + 1]));
                const times = cells.map(row => Number(BigInt(row[0]) - origin));
                const series = { ...usage(name, '', values), origin, times: Float64Array.from(times) };
                const theirs = (Object.values(expected) as Record<string, Record<string, unknown>>[])
                    .flatMap(kind => Object.entries(kind))
                    .find(([key]) => key === name)?.[1] as {
                    average_usage: number;
                    peak_usage: number;
                    idle_periods: [string, string][];
                };
                const ours = idle(series, limits);
                expect(ours.average).toBeCloseTo(theirs.average_usage, 3);
                expect(ours.peak).toBeCloseTo(theirs.peak_usage, 3);
                expect(ours.periods.map(({ startNs }) => startNs)).toEqual(
                    theirs.idle_periods.map(([start]) => BigInt(start))
                );
            });
    });
});
