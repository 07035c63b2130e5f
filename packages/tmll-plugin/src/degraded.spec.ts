import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { activate, deactivate } from './extension';
import { eventually } from './test-support/eventually';
import { FakeMemory, fakeContext } from './test-support/fake-context';
import { StandInViewer } from './test-support/stand-in-viewer';
import { temporaryFolder } from './test-support/test-service';
import { commands, fakeHost } from './test-support/vscode';

const folder = temporaryFolder();

describe('the companion when something is missing', () => {
    let memory: FakeMemory;
    let subscriptions: readonly { dispose(): void }[] = [];

    async function open(): Promise<void> {
        const context = fakeContext(folder, memory);
        ({ subscriptions } = context);
        await activate(context);
    }

    async function close(): Promise<void> {
        await deactivate();
        subscriptions.forEach(each => each.dispose());
        subscriptions = [];
    }

    beforeEach(() => {
        fakeHost.reset();
        memory = new FakeMemory();
        process.env.TMLL_DATA_DIR = folder;
        fakeHost.set('tmll.servicePath', 'globalValue', join(folder, 'no-service.js'));
    });

    afterEach(close);

    const warnings = (): string[] => fakeHost.messages.filter(({ kind }) => kind === 'warning').map(({ text }) => text);

    it('says once that there is no Trace Viewer, and where to get it', async () => {
        fakeHost.answer = ({ actions }) => actions[0];
        await open();
        await eventually(() => warnings().length > 0, 'the message');
        expect(warnings()).toEqual(['TMLL shows what it finds in the Trace Viewer, which is not installed.']);
        const [, query] = fakeHost.executed.find(([id]) => id === 'workbench.extensions.search') ?? [];
        expect(query).toBe('@id:eclipse-cdt.vscode-trace-extension');
        await close();
        fakeHost.newWindow();
        await open();
        expect(warnings()).toEqual([]);
    });

    it('names every function that another version lacks, once', async () => {
        const viewer = new StandInViewer();
        const { getActiveExperiment, getActiveWebviewPanels } = viewer.api;
        viewer.install({ getActiveExperiment, getActiveWebviewPanels });
        await open();
        await eventually(() => warnings().length > 0, 'the message');
        expect(warnings()).toEqual([
            'The Trace Viewer 0.8.0 does not export onSignalManagerSignal, offSignalManagerSignal, addTraceServerContributor, onWebviewPanelCreated: ' +
                'TMLL can show results on its charts, but cannot follow it.'
        ]);
        await close();
        fakeHost.newWindow();
        await open();
        expect(warnings()).toEqual([]);
    });

    it('follows a version that lacks only what it can do without', async () => {
        const viewer = new StandInViewer();
        viewer.install({ ...viewer.api, addTraceServerContributor: undefined });
        await open();
        await eventually(() => warnings().length > 0, 'the message');
        expect(warnings()[0]).toMatch(/does not export addTraceServerContributor: TMLL cannot do all/);
        viewer.open({ UUID: 'e', name: 'shop', start: 0, end: 10 });
        await commands.executeCommand('tmll.plugin.analyzeSelection');
        expect(fakeHost.messages.at(-1)?.text).toMatch(/^Mark a stretch of time/);
    });

    it('says when the Trace Viewer cannot be started', async () => {
        fakeHost.extension = { packageJSON: { version: '9.9' }, activate: () => Promise.reject(new Error('Broken')) };
        await open();
        await eventually(() => warnings().length > 0, 'the message');
        expect(warnings()).toEqual(['The Trace Viewer 9.9 could not be started: Broken.']);
    });

    it('gives up on a service that does not start, with its last error and the log at hand', async () => {
        writeFileSync(join(folder, 'broken.js'), "process.stderr.write('Port 1 is taken.\\n'); process.exit(4);");
        fakeHost.set('tmll.servicePath', 'globalValue', join(folder, 'broken.js'));
        new StandInViewer().install();
        fakeHost.answer = ({ actions }) => actions.find(action => action === 'Show Log');
        await open();
        const { text, actions } = await eventually(
            () => fakeHost.messages.find(({ kind }) => kind === 'error'),
            'the message',
            50_000
        );
        expect(text).toBe('The analysis service ended with exit status 4: Port 1 is taken.');
        expect(actions).toEqual(['Try Again', 'Show Log']);
        expect(fakeHost.log.at(-1)).toBe('shown');
        expect(fakeHost.messages.filter(({ kind }) => kind === 'error')).toHaveLength(1);
        await commands.executeCommand('tmll.plugin.showReport');
        // Nothing of the user's was touched.
        expect(fakeHost.setting('trace-compass.traceserver.url')).toBe('http://localhost:8080');
    });
});
