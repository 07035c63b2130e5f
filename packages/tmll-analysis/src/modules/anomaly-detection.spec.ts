import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnomalyParameters } from '../anomaly/anomaly-schema';
import { savePlots } from '../plot/save-plots';
import { TmllClient } from '../trace/tmll-client';
import { AnomalyDetection } from './anomaly-detection';
import { burstServer, LOAD, output, START, STEP } from './test-support/burst-server';

const { server, open } = burstServer();

describe('AnomalyDetection', () => {
    async function quickstart(): Promise<AnomalyDetection> {
        const client = new TmllClient({ baseUrl: server().url });
        server().outputs = [
            { ...output('cpu', LOAD), name: 'CPU Usage' },
            { ...output('disk', { ...LOAD, unit: 'B/s' }), name: 'Disk I/O View' },
            { ...output('memory', LOAD), name: 'Memory Usage' }
        ];
        const experiment = await client.createExperiment(
            [{ path: '/path/to/the/first/trace', name: 'your_custom_name' }, { path: '/path/to/the/second/trace' }],
            'EXPERIMENT_NAME'
        );
        const outputs = experiment.findOutputs({ keyword: ['cpu usage', 'disk'], type: ['xy'], matchAny: true });
        return new AnomalyDetection({ client, experiment, outputs, resample: true, resampleFreq: '10ms' });
    }

    /** The calls of the quickstart, in its order. */
    const CALLS: readonly Partial<AnomalyParameters>[] = [
        { method: 'zscore', zscoreThreshold: 3.5 },
        { method: 'iqr' },
        { method: 'moving_average', movingAverageWindowSize: 10, movingAverageThreshold: 3 },
        { method: 'combined', movingAverageThreshold: 2, zscoreThreshold: 3 },
        { method: 'iforest', iforestWindowSize: 100, iforestContamination: 0.1, iforestRandomState: 42 },
        {
            method: 'seasonality',
            seasonalitySeasonalPeriod: 10,
            seasonalityArimaOrder: '1,2,1',
            seasonalitySeasonalOrder: '1,1,1',
            seasonalityConfidenceLevel: 0.05
        }
    ];

    it.each(CALLS)('works as in the quickstart: $method', async parameters => {
        const { provenance, findings, data } = await (await quickstart()).findAnomalies(parameters);
        expect(provenance.series).toEqual(['CPU Usage/host/load', 'Disk I/O View/host/load']);
        expect(provenance.resamplingNs).toBe(10_000_000n);
        expect(provenance.method).toBe(parameters.method);
        const burst = { startNs: START + 199n * STEP, endNs: START + 204n * STEP };
        for (const { periods } of data.series) {
            expect(periods.some(({ startNs, endNs }) => startNs <= burst.endNs && endNs >= burst.startNs)).toBe(true);
        }
        expect(findings.length).toBeGreaterThanOrEqual(2);
    });

    it('plots what was found, a series a plot, as SVG files', async () => {
        const detection = await quickstart();
        const anomalies = await detection.findAnomalies({ method: 'zscore', zscoreThreshold: 2 });
        const plots = detection.plotAnomalies(anomalies, { width: 900, height: 240 });
        expect(plots.map(({ title }) => title)).toEqual([
            'Anomaly Detection for "CPU Usage → host → load" using "zscore" method',
            'Anomaly Detection for "Disk I/O View → host → load" using "zscore" method'
        ]);
        expect(plots[0]).toMatchObject({ width: 900, height: 240 });
        expect(plots[0].description).toBe(
            'CPU Usage → host → load: one period stands out, most of all 900 % for 50 ms.'
        );
        const folder = mkdtempSync(join(tmpdir(), 'plots-'));
        try {
            const paths = await savePlots(plots, folder);
            expect(paths).toHaveLength(2);
            expect(readFileSync(paths[0], 'utf8')).toMatch(/^<svg[^]*CPU Usage[^]*<\/svg>\s*$/);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });

    it('plots the combination of all series, and no results of others', async () => {
        const experiment = await open(output('cpu', LOAD, { ...LOAD, id: 3, labels: ['b'] }));
        const detection = new AnomalyDetection({ experiment, resampleFreq: '10ms', combineMethod: 'pca' });
        const anomalies = await detection.findAnomalies();
        expect(detection.plotAnomalies(anomalies).map(({ id }) => id)).toEqual([
            'anomalies-1-cpu-host-load',
            'anomalies-2-cpu-host-b',
            'anomalies-3-combined-pca'
        ]);
        expect(() => new AnomalyDetection({ experiment }).plotAnomalies(anomalies)).toThrow('by another detection');
    });

    it('takes points as they come when asked to', async () => {
        const experiment = await open(output('cpu', { ...LOAD, times: [3n, 5n, 11n].map(offset => START + offset) }));
        const { data, provenance } = await new AnomalyDetection({ experiment, resample: false }).findAnomalies();
        expect(data.series[0].length).toBe(3);
        expect(provenance.resamplingNs).toBeUndefined();
    });

    it('does not take an empty list of outputs for all', async () => {
        const experiment = await open(output('cpu', LOAD));
        const outputs = experiment.findOutputs({ keyword: 'gpu' });
        expect(() => new AnomalyDetection({ experiment, outputs })).toThrow('There is no output to look at');
    });
});
