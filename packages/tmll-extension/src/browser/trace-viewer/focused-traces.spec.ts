import 'reflect-metadata';
import { Emitter } from '@theia/core';
import type { TraceViewerState } from 'tmll-service/protocol';
import type { TraceSession } from 'tmll-viewer';
import { FocusedTraces } from './focused-traces';

const session = (UUID: string, shownBy: string): TraceSession =>
    ({ experiment: { UUID, name: `${UUID} in ${shownBy}` } }) as unknown as TraceSession;

/** Traces of our tabs and of the Trace Viewer, as the user moves between them. */
class Desk {
    readonly tabs = { sessions: [] as TraceSession[], active: undefined as TraceSession | undefined };
    readonly others = { sessions: [] as TraceSession[], active: undefined as TraceSession | undefined };
    readonly traces = new FocusedTraces();
    readonly announced: (string | undefined)[] = [];
    private readonly onDidChange = new Emitter<void>();
    private readonly onDidChangeTabs = new Emitter<void>();
    private readonly onDidChangeState = new Emitter<TraceViewerState>();
    private readonly onDidShowTab = new Emitter<void>();
    private activations = 0;

    constructor() {
        Object.assign(this.traces, {
            tabs: Object.assign(this.tabs, {
                onDidChangeSessions: this.onDidChangeTabs.event,
                onDidChangeActive: this.onDidChangeTabs.event,
                onDidShowTab: this.onDidShowTab.event,
                show: async (id: string) => this.tabs.sessions.find(({ experiment }) => experiment.UUID === id)
            }),
            others: Object.assign(this.others, { onDidChange: this.onDidChange.event }),
            link: { onDidChange: this.onDidChangeState.event }
        });
        (this.traces as unknown as { init(): void }).init();
        this.traces.onDidChangeActive(active => this.announced.push(active?.experiment.name));
    }

    openTab(id: string): void {
        const opened = session(id, 'our tab');
        this.tabs.sessions.push(opened);
        this.tabs.active = opened;
        this.onDidChangeTabs.fire();
        this.clickTab();
    }

    clickTab(): void {
        this.onDidShowTab.fire();
    }

    openInTraceViewer(id: string): void {
        const opened = session(id, 'the Trace Viewer');
        this.others.sessions.push(opened);
        this.others.active = opened;
        this.onDidChange.fire();
        this.clickTraceViewer();
    }

    clickTraceViewer(): void {
        this.tell(++this.activations);
    }

    /** A range has changed there. */
    tell(activations = this.activations): void {
        this.onDidChangeState.fire({ experiments: [], activations });
    }

    closeTraceViewer(): void {
        this.others.sessions.length = 0;
        this.others.active = undefined;
        this.onDidChange.fire();
    }
}

describe('FocusedTraces', () => {
    let desk: Desk;

    beforeEach(() => {
        desk = new Desk();
    });

    it('has none at first', () => {
        expect([desk.traces.sessions, desk.traces.active]).toEqual([[], undefined]);
    });

    it('follows the user from our tab to the Trace Viewer and back', () => {
        desk.openTab('a');
        desk.openInTraceViewer('b');
        desk.clickTab();
        desk.clickTraceViewer();
        const [tab, other] = ['a in our tab', 'b in the Trace Viewer'];
        expect(desk.announced).toEqual([tab, other, tab, other]);
        expect(desk.traces.sessions).toHaveLength(2);
    });

    it('does not leave our tab when something changes in the Trace Viewer behind it', () => {
        desk.openInTraceViewer('b');
        desk.openTab('a');
        desk.tell();
        expect(desk.traces.active?.experiment.UUID).toBe('a');
    });

    it('knows an experiment that is open in both once: the one in front', async () => {
        desk.openTab('a');
        desk.openInTraceViewer('a');
        expect(desk.traces.sessions.map(({ experiment }) => experiment.name)).toEqual(['a in the Trace Viewer']);
        expect((await desk.traces.show('a')).experiment.name).toBe('a in the Trace Viewer');
        desk.clickTab();
        expect(desk.traces.sessions.map(({ experiment }) => experiment.name)).toEqual(['a in our tab']);
        expect((await desk.traces.show('a')).experiment.name).toBe('a in our tab');
    });

    it('comes back to our tab when the Trace Viewer is closed', () => {
        desk.openTab('a');
        desk.openInTraceViewer('b');
        desk.closeTraceViewer();
        expect(desk.traces.active?.experiment.UUID).toBe('a');
    });

    it('looks at the Trace Viewer as long as there is nothing else', () => {
        desk.openInTraceViewer('b');
        desk.clickTab();
        expect(desk.traces.active?.experiment.UUID).toBe('b');
    });
});
