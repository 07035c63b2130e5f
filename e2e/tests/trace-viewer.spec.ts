import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { TraceViewerPlugin } from '../page-objects/trace-viewer-plugin';
import { Workbench } from '../page-objects/workbench';
import { Application, ROOT } from '../support/application';
import { countPixels } from '../support/pixels';

const PLUGIN = process.env.TRACE_VIEWER_PLUGIN ?? '';
/** All analyses of a trace, on a machine that does other work too. */
const ANALYSIS_MS = 240_000;
/** Colours of severities, but that of mere information. */
const SEVERITIES = ['#d32f2f', '#ef6c00', '#f9a825', '#1e88e5'];
/** The worst severity, as a band over the ground of a dark theme. */
const BAND = '#582727';

interface FindingOnWire {
    readonly startNs: string;
    readonly endNs: string;
    readonly severity: number;
    readonly sentence: string;
}

interface AnnotationOnWire {
    readonly duration: number;
    readonly label: string;
}

interface AnnotationsOnWire {
    readonly model: { readonly annotations: Readonly<Record<string, readonly AnnotationOnWire[]>> };
}

test.skip(
    PLUGIN === '',
    'TRACE_VIEWER_PLUGIN names no folder of the Trace Viewer (eclipse-cdt.vscode-trace-extension)'
);
test.describe.configure({ timeout: 420_000 });
// Narrow enough for anomalies of one sample, 20 ms, to be less than a pixel of the charts: those have symbols.
test.use({ viewport: { width: 1280, height: 900 } });

test('the Trace Viewer shows on its own charts what the analyses found', async ({ page }) => {
    const application = await Application.start({
        preferences: { 'workbench.colorTheme': 'dark' },
        plugins: [PLUGIN]
    });
    try {
        const workbench = await Workbench.open(page, application.address);
        const viewer = new TraceViewerPlugin(page);
        await workbench.openSample('Kernel and user space');

        await test.step('a kernel trace opens in it, from the same server', async () => {
            await viewer.show();
            await viewer.openTrace('w-kernel-ust');
        });

        await test.step('its list of views has the outputs of what was run from the panel', async () => {
            await expect(workbench.analysis.root).toContainText('w-kernel-ust');
            await workbench.analysis.analyze.click();
            await expect(workbench.findings.rows.first()).toBeVisible({ timeout: ANALYSIS_MS });
            await expect(workbench.analysis.analyze).toBeVisible({ timeout: ANALYSIS_MS });
            await viewer.filterViews('Periods');
            for (const name of ['TMLL', 'Anomaly detection', 'Periods (auto)']) {
                await expect((await viewer.view(name)).first()).toBeVisible();
            }
        });

        await test.step('its CPU usage has pulses of the worst anomalies, drawn at first', async () => {
            await viewer.openView('CPU Usage');
            const pulse = viewer.output('CPU Usage').locator('tr', { hasText: /▲ anomalies: tl-burn/ });
            await expect(pulse).toBeVisible();
            await expect(pulse.locator('[data-icon="square-check"], [data-icon="check-square"]')).toBeVisible();
        });

        await test.step('its resources have bands and symbols of anomalies', async () => {
            const annotations: AnnotationsOnWire[] = [];
            page.on('response', async response => {
                if (/\/annotations$/.test(new URL(response.url()).pathname) && response.request().method() === 'POST') {
                    annotations.push((await response.json()) as AnnotationsOnWire);
                }
            });
            await viewer.openView('Resources Status');
            const own = (): AnnotationOnWire[] => annotations.flatMap(anomalies);
            await expect.poll(() => own().filter(({ duration }) => duration > 0).length).toBeGreaterThan(0);
            await expect.poll(() => own().filter(({ duration }) => duration === 0).length).toBeGreaterThan(0);
            const sentences = new Set((await anomaliesOf(application)).map(({ sentence }) => sentence));
            expect(own().filter(({ label }) => !sentences.has(label))).toEqual([]);

            const chart = viewer.output('Resources Status').locator('.output-component-chart');
            await expect.poll(() => countPixels(chart, SEVERITIES, { to: 0.2 })).toBeGreaterThan(20);
            await expect.poll(() => countPixels(chart, [BAND])).toBeGreaterThan(1000);
            await keepPicture(workbench, 'trace-viewer');
        });

        await test.step('the time graph of anomalous periods is drawn', async () => {
            await viewer.openView('Periods (auto)');
            const output = viewer.output('Periods (auto)');
            await expect(output.locator('tr', { hasText: 'tl-burn' }).first()).toBeVisible();
            const chart = output.locator('.output-component-chart');
            await expect.poll(() => countPixels(chart, SEVERITIES)).toBeGreaterThan(200);
        });

        await test.step('and below its resources is a row of anomalies, which it makes when it draws them again', async () => {
            const row = viewer.output('Resources Status').locator('tr', { hasText: 'TMLL Anomaly detection' });
            await expect(row).toBeVisible();
        });

        await test.step('a click on a finding marks its range there', async () => {
            const [worst] = (await anomaliesOf(application)).filter(({ startNs, endNs }) => startNs < endNs);
            await workbench.findings.filter.fill(worst.sentence);
            await workbench.findings.rows.first().click();
            await expect(viewer.status).toContainText(`T1: ${worst.startNs} T2: ${worst.endNs}`);
        });
    } finally {
        await application.stop();
    }
});

/** What an answer annotates of anomalies. */
function anomalies({ model }: AnnotationsOnWire): readonly AnnotationOnWire[] {
    return model.annotations['TMLL Anomaly detection'] ?? [];
}

/** Anomalies that the service has found, the worst first. */
async function anomaliesOf(application: Application): Promise<readonly FindingOnWire[]> {
    const results = await application.askService<{ id: string; module: string }[]>('/tmll/results');
    const found = await Promise.all(
        results
            .filter(({ module }) => module === 'anomalies')
            .map(({ id }) => application.askService<{ findings: FindingOnWire[] }>(`/tmll/results/${id}`))
    );
    return found.flatMap(({ findings }) => findings).sort((a, b) => b.severity - a.severity);
}

/** Keeps a picture with the test's results; `TMLL_SCREENSHOTS=1` renews that of the docs. */
async function keepPicture({ page }: Workbench, name: string): Promise<void> {
    const folder = process.env.TMLL_SCREENSHOTS ? join(ROOT, 'docs/images') : test.info().outputDir;
    await page.screenshot({ path: join(folder, `${name}-dark.png`) });
}
