import type * as vscode from 'vscode';
import type { FindingNode, FindingTree } from './findings/finding-tree';
import { eventually } from './test-support/eventually';
import type { GatewayClient } from './test-support/gateway-client';
import { PlainWindow } from './test-support/plain-window';
import { bundledService, SAMPLE, temporaryFolder } from './test-support/test-service';
import { commands, fakeHost, ShownMessage, ThemeIcon, Uri } from './test-support/vscode';
import type { ViewerExperiment } from './trace-viewer/trace-viewer-api';

const service = bundledService();
const folder = temporaryFolder();

const tree = (): FindingTree => fakeHost.views.get('tmll.plugin.findings')?.treeDataProvider as FindingTree;
const findings = (): FindingNode[] =>
    tree()
        .getChildren()
        .flatMap(group => tree().getChildren(group));
const shown = (text: RegExp): Promise<ShownMessage> =>
    eventually(() => fakeHost.messages.find(message => text.test(message.text)), `a message like ${text}`, 60_000);
const message = (): unknown => fakeHost.views.get('tmll.plugin.findings')?.message;
const rows = (): unknown[] =>
    tree()
        .getChildren()
        .map(node => tree().getTreeItem(node).label);

describe('the companion in a host without the workbench', () => {
    let window: PlainWindow;
    let gateway: GatewayClient;
    let trace: ViewerExperiment;

    beforeAll(async () => {
        fakeHost.reset();
        window = new PlainWindow(service, folder);
        gateway = await window.open();
        trace = await gateway.open(SAMPLE, 'g-periodic');
    });

    afterAll(async () => {
        await window.close();
        await window.endService();
    });

    it('points the Trace Viewer at a service that it has started, without asking when nobody else is there', () => {
        expect(fakeHost.setting('trace-compass.traceserver.url')).toBe(`http://localhost:${window.lock.port}`);
        expect(fakeHost.messages).toEqual([]);
        expect(window.viewer.contributors).toHaveLength(1);
    });

    it('says what to do when no trace is open, and when nothing is marked', async () => {
        expect(message()).toMatch(/^TMLL looks for what is unusual/);
        expect(rows()).toEqual(['Open Trace']);
        await commands.executeCommand('tmll.plugin.analyzeTrace');
        await shown(/^Open a trace in the Trace Viewer first/);
        window.viewer.open(trace);
        await commands.executeCommand('tmll.plugin.analyzeSelection');
        await shown(/^Mark a stretch of time in the Trace Viewer first/);
        await eventually(() => /not been analyzed yet/.test(String(message())), 'the hint to analyze');
        expect(rows()).toEqual(['Analyze Trace', 'Analyze Selection']);
    });

    it('analyzes the trace in front with progress, lists what was found, and has the list of views read again', async () => {
        const listed = window.viewer.listed.length;
        await commands.executeCommand('tmll.plugin.analyzeTrace');
        const { text } = await shown(/^g-periodic: \d+ analyses, \d+ findings\./);
        expect(text).not.toContain(' 0 findings');
        const [{ title, total, messages }] = fakeHost.progress;
        expect(title).toBe('TMLL analyzes g-periodic');
        expect(total).toBeCloseTo(100);
        expect(messages.some(message => /: /.test(message))).toBe(true);
        expect(message()).toBeUndefined();
        expect(rows()).toContain('Anomaly detection');
        expect(window.viewer.listed.length).toBeGreaterThan(listed);
        const outputs = await gateway.outputs(trace.UUID);
        expect(outputs.some(({ parentId }) => parentId === 'tmll.analysis.anomalies')).toBe(true);
        await eventually(() => fakeHost.status.at(-1)?.text.match(/^\$\(beaker\) TMLL: \d+ findings$/), 'the count');
    }, 120_000);

    it('shows a finding as text, with icon and colour of its level', () => {
        const item = tree().getTreeItem(findings()[0]) as vscode.TreeItem & { iconPath: ThemeIcon };
        expect(item.description).toMatch(/^.+ · \+\d+\.\d{3} s · .+$/);
        expect(typeof item.tooltip).toBe('string');
        expect(item.tooltip).toMatch(/\(\d+\), \d+ % sure\n\+\d/);
        expect(item.iconPath).toBeInstanceOf(ThemeIcon);
        expect(item.iconPath.color?.id).toMatch(/^charts\.|Foreground$/);
        expect(item.command?.command).toBe('tmll.plugin.revealFinding');
    });

    it('marks a clicked finding in the Trace Viewer, on its chart', async () => {
        const ranges: unknown[] = [];
        window.viewer.on('REQUEST_SELECTION_RANGE_CHANGE', payload => ranges.push(payload));
        const node = findings().find(each => 'finding' in each && each.finding.series);
        await commands.executeCommand('tmll.plugin.revealFinding', node);
        const { finding } = node as Extract<FindingNode, { finding: unknown }>;
        const start = BigInt(finding.startNs) - BigInt(trace.start);
        const end = BigInt(finding.endNs) - BigInt(trace.start);
        expect(ranges).toEqual([{ experimentUUID: trace.UUID, timeRange: { start, end } }]);
        expect(window.viewer.tabs[0].outputs).toEqual([
            expect.objectContaining({ id: finding.series?.outputId, type: 'TREE_TIME_XY' })
        ]);
    });

    it('copies a finding and marks it as known, over restarts', async () => {
        const [node] = findings();
        await commands.executeCommand('tmll.plugin.copyFinding', node);
        expect(fakeHost.clipboard).toMatch(/\n\d{19} – \d{19} ns$/);
        await commands.executeCommand('tmll.plugin.markKnown', node);
        expect(tree().getTreeItem(node).contextValue).toBe('finding.known');
        await commands.executeCommand('tmll.plugin.unmarkKnown', node);
        expect(tree().getTreeItem(node).contextValue).toBe('finding');
    });

    it('groups by severity on demand', async () => {
        await commands.executeCommand('tmll.plugin.groupBySeverity');
        const titles = rows();
        const levels = ['Critical', 'High', 'Medium', 'Low', 'Info'];
        expect(titles).toEqual(levels.filter(level => titles.includes(level)));
        await commands.executeCommand('tmll.plugin.groupByAnalysis');
    });

    it('shows the report in a tab in which nothing runs, and saves it', async () => {
        await commands.executeCommand('tmll.plugin.showReport');
        const panel = fakeHost.panels.find(({ viewType }) => viewType === 'tmll.plugin.report');
        expect(panel?.options).toMatchObject({ enableScripts: false, localResourceRoots: [] });
        expect(panel?.webview.html).toContain("default-src 'none'");
        expect(panel?.webview.html).toContain('<h1>g-periodic: what TMLL found</h1>');
        fakeHost.saveTo = Uri.file('/somewhere/report.html');
        await commands.executeCommand('tmll.plugin.saveReport');
        expect(fakeHost.saved.get('/somewhere/report.html')).toBe(panel?.webview.html);
    });

    it('explains what is marked, and opens the answer', async () => {
        window.viewer.select(trace.UUID, 17_000_000_000n, 17_600_000_000n);
        await commands.executeCommand('tmll.plugin.explainSelection');
        const panel = fakeHost.panels.find(({ title }) => title === 'What changed in g-periodic');
        expect(panel?.webview.html).toMatch(/<!DOCTYPE html>/);
    }, 120_000);

    it('lists what was made in the Trace Viewer', async () => {
        const listed = (): number => window.viewer.listed.length;
        const before = listed();
        const made = await gateway.derive(trace.UUID, 'anomalies', {
            method: 'moving_average',
            resample: '100ms',
            outputs: ['event rate']
        });
        expect(made.name).toBe('Made in the Trace Viewer');
        await eventually(() => listed() > before, 'the list of views to be read again');
    });

    it('cancels, by the notification', async () => {
        const before = fakeHost.progress.length;
        const running = commands.executeCommand('tmll.plugin.analyzeSelection');
        const progress = await eventually(() => fakeHost.progress[before], 'progress');
        progress.cancel();
        await running;
        await shown(/^g-periodic: cancelled\.$/);
    });

    it('gives the address back and lets the service stay for other windows', async () => {
        await window.close();
        expect(fakeHost.settings.get('trace-compass.traceserver.url')?.globalValue).toBeUndefined();
        fakeHost.newWindow();
        const again = new PlainWindow(service, folder, window.memory);
        const { pid } = window.lock;
        await again.open();
        expect(again.lock.pid).toBe(pid);
        window = again;
    });
});
