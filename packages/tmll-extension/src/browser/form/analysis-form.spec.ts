import 'reflect-metadata';
import { Container } from '@theia/core/shared/inversify';
import { Emitter } from '@theia/core';
import type { AnalysisRequest } from 'tmll-analysis/algorithms';
import type { Job, ModuleDescriptor } from 'tmll-service/protocol';
import { TimeWindow, TraceSession, TraceSessionManager } from 'tmll-viewer';
import { JobModel } from '../results/job-model';
import { AnalysisForm } from './analysis-form';
import { PresetModel } from './preset-model';
import { Preset } from './presets';
import { SeriesPicker } from './series-picker';
import { toggleOutput } from './series-choice';

const anomalies: ModuleDescriptor = {
    id: 'anomalies',
    name: 'Anomaly detection',
    description: '',
    version: 1,
    standalone: true,
    looksAt: 'series',
    schema: {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: 'anomalies',
        title: '',
        description: '',
        type: 'object',
        additionalProperties: false,
        properties: { windowSize: { type: 'integer', title: 'Window size', description: '', default: 10, minimum: 2 } }
    }
};

const leaks: ModuleDescriptor = { ...anomalies, id: 'leaks', looksAt: 'trace' };
const explain: ModuleDescriptor = { ...anomalies, id: 'explain', looksAt: 'trace' };
const lag: ModuleDescriptor = { ...anomalies, id: 'lag', looksAt: 'pair' };

describe('AnalysisForm', () => {
    const onDidChangeActive = new Emitter<TraceSession | undefined>();
    const onDidChangePanes = new Emitter<void>();
    let onDidEnd: Emitter<Job>;
    let panes: string[];
    let selection: TimeWindow | undefined;
    let sessions: { active: TraceSession | undefined };
    let modules: ModuleDescriptor[];
    let run: jest.Mock<Promise<Job>, [AnalysisRequest]>;
    let presets: Preset[];
    let form: AnalysisForm;

    beforeEach(() => {
        onDidEnd = new Emitter();
        panes = ['rate', 'table'];
        selection = undefined;
        modules = [anomalies, leaks, explain, lag];
        presets = [{ module: 'anomalies', name: 'Wide', parameters: { windowSize: 50 } }];
        run = jest.fn(async (_request: AnalysisRequest) => ({}) as Job);
        const session = {
            experiment: { UUID: 'e1', name: 'Trace' },
            paths: ['/traces/my trace'],
            origin: 1_795_422_823_334_816_823n,
            outputs: [
                { id: 'rate', name: 'Event Rate', description: '', type: 'TREE_TIME_XY' },
                { id: 'cpu', name: 'CPU Usage', description: '', type: 'TREE_TIME_XY' },
                { id: 'table', name: 'Events Table', description: '', type: 'TABLE' }
            ],
            get panes() {
                return panes;
            },
            onDidChangePanes: onDidChangePanes.event,
            time: {
                view: { start: 0, end: 1000 },
                get selection() {
                    return selection;
                },
                onDidChangeView: new Emitter().event,
                onDidChangeSelection: new Emitter().event,
                setSelection: (marked: TimeWindow) => (selection = marked)
            }
        } as unknown as TraceSession;
        sessions = { active: session };
        const container = new Container();
        container.bind(TraceSessionManager).toConstantValue(
            Object.assign(sessions, {
                onDidChangeActive: onDidChangeActive.event
            }) as unknown as TraceSessionManager
        );
        container.bind(JobModel).toConstantValue({
            get modules() {
                return modules;
            },
            run,
            onDidChange: new Emitter<void>().event,
            onDidEnd: onDidEnd.event
        } as unknown as JobModel);
        container.bind(PresetModel).toConstantValue({
            of: () => presets,
            onDidChange: new Emitter<void>().event
        } as unknown as PresetModel);
        container.bind(SeriesPicker).toSelf().inSingletonScope();
        form = container.resolve(AnalysisForm);
    });

    it('offers the outputs with series and chooses those in the open panes, as they come and go', async () => {
        expect(form.picker.outputs.map(({ id }) => id)).toEqual(['rate', 'cpu']);
        await form.run();
        panes = ['cpu'];
        await form.run();
        expect(run.mock.calls.map(([request]) => request.selection)).toEqual([
            { outputs: ['rate'] },
            { outputs: ['cpu'] }
        ]);
    });

    it("keeps a user's choice until the open panes are asked for again", async () => {
        form.picker.choose(toggleOutput(form.picker.choice, 'cpu'));
        panes = [];
        expect([...form.picker.choice.keys()]).toEqual(['rate', 'cpu']);
        form.picker.setMode('panes');
        expect(form.picker.choice.size).toBe(0);
    });

    it('asks for the whole trace, or a stretch of it to the ns', async () => {
        selection = { start: 5, end: 7 };
        await form.run();
        form.chooseRange('selection');
        await form.run();
        expect(run.mock.calls.map(([request]) => request.range)).toEqual([
            undefined,
            { startNs: 1_795_422_823_334_816_828n, endNs: 1_795_422_823_334_816_830n }
        ]);
    });

    it('goes back to the whole trace when the selection is gone', () => {
        selection = { start: 5, end: 7 };
        form.chooseRange('selection');
        expect(form.range).toBe('selection');
        selection = undefined;
        expect(form.range).toBe('trace');
    });

    it('sends what the fields say and runs nothing while one is wrong', async () => {
        form.setValue('windowSize', '20');
        await form.run();
        form.setValue('windowSize', '1');
        await form.run();
        expect(run.mock.calls.map(([request]) => request.parameters)).toEqual([{ windowSize: 20 }]);
        expect(form.obstacle).toBe('Correct the marked parameters.');
        form.reset('windowSize');
        expect(form.obstacle).toBeUndefined();
    });

    it('leaves the choice of series to the analysis when told so', async () => {
        form.picker.setMode('fitting');
        expect(form.obstacle).toBeUndefined();
        await form.run();
        expect(run.mock.calls[0][0].selection).toBeUndefined();
    });

    it('wants of each analysis what it looks at: no series, a part of the trace, or two series', () => {
        form.picker.choose(new Map());
        form.chooseModule('leaks');
        expect(form.obstacle).toBeUndefined();
        form.chooseModule('explain');
        expect(form.obstacle).toMatch(/mark the part/);
        form.chooseRange('view');
        expect(form.obstacle).toBeUndefined();
        form.chooseModule('lag');
        expect(form.obstacle).toMatch(/exactly two/);
        form.picker.choose(new Map([['cpu', new Set(['a', 'b'])]]));
        expect(form.obstacle).toBeUndefined();
    });

    it('knows the preset that it holds until something of it is changed', () => {
        expect(form.preset).toBeUndefined();
        form.applyPreset(presets[0]);
        expect([form.values.windowSize, form.preset?.name]).toEqual(['50', 'Wide']);
        expect(form.changedParameters).toEqual({ windowSize: 50 });
        form.setValue('windowSize', '51');
        expect(form.preset).toBeUndefined();
        expect(form.isChanged('windowSize')).toBe(true);
        form.reset();
        expect(form.isChanged('windowSize')).toBe(false);
    });

    it('takes what a run asked for, and asks the same again', async () => {
        const range = { startNs: 1_795_422_823_334_816_828n, endNs: 1_795_422_823_334_816_830n };
        const selection = { outputs: ['cpu'], series: ['Event Rate/total'] };
        form.load({ module: 'anomalies', parameters: { windowSize: 7 }, selection, range });
        await form.run();
        expect(run.mock.calls[0][0]).toEqual({
            ...{ module: 'anomalies', experimentId: 'e1', parameters: { windowSize: 7 } },
            ...{ selection, range }
        });
        form.load({ module: 'leaks', parameters: {}, selection: undefined, range: undefined });
        expect([form.picker.mode, form.range]).toEqual(['fitting', 'trace']);
    });

    it('tells the command line that asks the same, as long as nothing is missing', () => {
        form.setValue('windowSize', '20');
        expect(form.commandLine).toBe("tmll anomalies '/traces/my trace' --output rate --set windowSize=20");
        form.setValue('windowSize', 'x');
        expect(form.commandLine).toBeUndefined();
    });

    it('says what is missing: a trace, the service, series', () => {
        form.picker.choose(new Map());
        expect(form.obstacle).toBe('Choose at least one series.');
        modules = [];
        expect(form.obstacle).toBe('The analysis service is not ready yet.');
        sessions.active = undefined;
        expect(form.obstacle).toBe('Open a trace to analyze it.');
    });

    it('keeps the sentence of a refusal until the next run', async () => {
        run.mockRejectedValueOnce(new Error('The trace is gone.'));
        await form.run();
        expect(form.error).toBe('The trace is gone.');
        await form.run();
        expect(form.error).toBeUndefined();
    });

    it('says why an analysis of this trace has failed, not of another', () => {
        const failed = (experimentId: string): Job =>
            ({ state: 'failed', request: { experimentId }, error: experimentId }) as Job;
        onDidEnd.fire(failed('e2'));
        expect(form.error).toBeUndefined();
        onDidEnd.fire(failed('e1'));
        expect(form.error).toBe('e1');
    });
});
