import { HttpTspClient } from 'tsp-typescript-client/lib/protocol/http-tsp-client';
import { OpenedExperiment, TraceSessionImpl } from './trace-session-impl';

const START = 1_457_113_582_794_565_804n;

function opened(names: string[], duration = 10_000_000_000n): OpenedExperiment {
    return {
        paths: ['/traces/shop'],
        experiment: {
            UUID: 'u',
            name: 'shop',
            start: START,
            end: START + duration,
            nbEvents: 1,
            indexingStatus: 'COMPLETED',
            traces: []
        },
        outputs: names.map(name => ({
            id: name.toLowerCase(),
            name,
            description: '',
            type: name.endsWith('Table') ? 'TABLE' : 'TREE_TIME_XY'
        })),
        client: new HttpTspClient('http://localhost'),
        baseUrl: 'http://localhost'
    };
}

describe('TraceSessionImpl', () => {
    it('opens with an overview: the event rate or the histogram, then what else tells most', () => {
        expect(new TraceSessionImpl(opened(['Histogram', 'Event Rate', 'CPU Usage', 'Events Table'])).panes).toEqual([
            'event rate',
            'cpu usage'
        ]);
        expect(new TraceSessionImpl(opened(['Events Table', 'Histogram'])).panes).toEqual([
            'histogram',
            'events table'
        ]);
        expect(new TraceSessionImpl(opened([])).panes).toEqual([]);
    });

    it('adds, moves and removes panes, and tells of each change once', () => {
        const session = new TraceSessionImpl(opened(['Histogram', 'CPU Usage', 'Other']));
        const scrolled: string[] = [];
        let changes = 0;
        session.onDidChangePanes(() => changes++);
        session.onDidRequestScroll(outputId => scrolled.push(outputId));
        session.addPane('other');
        session.addPane('other');
        session.movePane('other', -1);
        session.movePane('histogram', -1);
        expect(session.panes).toEqual(['histogram', 'other', 'cpu usage']);
        session.removePane('histogram');
        session.removePane('histogram');
        expect(session.panes).toEqual(['other', 'cpu usage']);
        expect(changes).toBe(3);
        expect(scrolled).toEqual(['other', 'other']);
    });

    it('says in a sentence that an output does not exist', () => {
        expect(() => new TraceSessionImpl(opened([])).addPane('nothing')).toThrow(
            'The trace shop has no output "nothing".'
        );
    });

    it('reveals a stretch with as much around it on both sides, and an instant with a hundredth of the trace', () => {
        const session = new TraceSessionImpl(opened([]));
        session.reveal({ start: 4e9, end: 5e9 });
        expect(session.time.view).toEqual({ start: 3e9, end: 6e9 });
        expect(session.time.selection).toEqual({ start: 4e9, end: 5e9 });
        session.reveal({ start: 5e9, end: 5e9 });
        expect(session.time.view).toEqual({ start: 4.95e9, end: 5.05e9 });
    });

    it('keeps the series that are asked for until its pane takes them', () => {
        const session = new TraceSessionImpl(opened(['Other']));
        session.showSeries('other', ['Other', 'a']);
        session.showSeries('other', ['Other', 'b']);
        expect(session.panes).toEqual(['other']);
        expect(session.takeRequestedSeries('other')).toEqual([
            ['Other', 'a'],
            ['Other', 'b']
        ]);
        expect(session.takeRequestedSeries('other')).toEqual([]);
    });

    it('comes back from JSON as it was, without panes whose output is gone', () => {
        const session = new TraceSessionImpl(opened(['Histogram', 'Other']));
        session.addPane('other');
        session.paneModels[1].resize(333);
        session.paneModels[1].toggleOverlays('anomalies');
        session.paneModels[1].keep({ checked: ['a'] });
        session.time.setView({ start: 1e9, end: 2e9 });
        session.time.setSelection({ start: 1_234_567_891, end: 1_234_567_892 });
        const state = JSON.parse(JSON.stringify(session.toState()));
        const again = new TraceSessionImpl(opened(['Other']), state);
        expect(again.panes).toEqual(['other']);
        expect(again.paneModels[0].height).toBe(333);
        expect([...again.paneModels[0].hiddenOverlays]).toEqual(['anomalies']);
        expect(again.paneModels[0].content).toEqual({ checked: ['a'] });
        expect(again.time.view).toEqual({ start: 1e9, end: 2e9 });
        expect(again.time.selection).toEqual({ start: 1_234_567_891, end: 1_234_567_892 });
    });

    it('comes back without panes when the user had closed all', () => {
        const session = new TraceSessionImpl(opened(['Histogram']));
        session.removePane('histogram');
        expect(new TraceSessionImpl(opened(['Histogram']), session.toState()).panes).toEqual([]);
    });
});
