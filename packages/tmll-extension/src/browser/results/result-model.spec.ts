import 'reflect-metadata';
import { Container } from '@theia/core/shared/inversify';
import { Emitter, ILogger } from '@theia/core';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { StorageService } from '@theia/core/lib/browser/storage-service';
import type { ResultSummary, ServiceEvent, StoredResult } from 'tmll-service/protocol';
import { TraceSession, TraceSessionManager } from 'tmll-viewer';
import { TmllServer } from '../../common/tmll-server';
import { ServiceMonitor } from '../service/service-monitor';
import { TmllClientImpl } from '../service/tmll-client-impl';
import { ResultModel } from './result-model';
import { ShownResults } from './shown-results';

const EXPERIMENT = 'e1';

const summary = (id: string, minute: number, experimentId = EXPERIMENT): ResultSummary => ({
    id,
    experimentId,
    module: 'anomalies',
    method: 'zscore',
    findings: 1,
    severity: 50,
    createdAt: `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`
});

const stored = (id: string, ...series: string[]): StoredResult =>
    ({ id, provenance: { module: 'anomalies', series }, findings: [{ startNs: '5' }], data: { series: [] } }) as never;

describe('ResultModel', () => {
    let summaries: ResultSummary[];
    let contents: Record<string, StoredResult>;
    let store: Record<string, unknown>;
    let deleted: string[];
    let model: ResultModel;
    let onDidReceiveEvent: Emitter<ServiceEvent>;
    let onDidConnect: Emitter<void>;
    let onDidChangeSessions: Emitter<void>;
    let state: { status: 'up'; generation: number };
    let sessions: TraceSession[];

    const openSession = (): TraceSession => ({ experiment: { UUID: EXPERIMENT } }) as TraceSession;
    const settled = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));
    const shown = (): string[] => model.shown(EXPERIMENT).map(entry => entry.summary.id);

    const create = async (): Promise<void> => {
        const container = new Container();
        container.bind(ILogger).to(MockLogger);
        container.bind(TmllServer).toConstantValue({
            listResults: async () => summaries,
            getResult: async (id: string) => {
                if (!contents[id]) {
                    throw new Error('The result is gone.');
                }
                return contents[id];
            },
            deleteResult: async (id: string) => {
                deleted.push(id);
            }
        } as Partial<TmllServer> as TmllServer);
        container.bind(TmllClientImpl).toConstantValue({
            onDidReceiveEvent: onDidReceiveEvent.event
        } as Partial<TmllClientImpl> as TmllClientImpl);
        container
            .bind(ServiceMonitor)
            .toConstantValue({ onDidConnect: onDidConnect.event, state } as Partial<ServiceMonitor> as ServiceMonitor);
        container.bind(TraceSessionManager).toConstantValue({
            get sessions() {
                return sessions;
            },
            onDidChangeSessions: onDidChangeSessions.event
        } as Partial<TraceSessionManager> as TraceSessionManager);
        container.bind(StorageService).toConstantValue({
            getData: async (key: string) => store[key],
            setData: async (key: string, data: unknown) => {
                store[key] = data;
            }
        } as StorageService);
        container.bind(ShownResults).toSelf();
        model = container.resolve(ResultModel);
        await settled();
    };

    beforeEach(() => {
        onDidReceiveEvent = new Emitter();
        onDidConnect = new Emitter();
        onDidChangeSessions = new Emitter();
        state = { status: 'up', generation: 1 };
        sessions = [openSession()];
        summaries = [summary('new', 9), summary('old', 1)];
        contents = { new: stored('new', 'a'), old: stored('old', 'a', 'b'), other: stored('other', 'c') };
        store = {};
        deleted = [];
    });

    it('lists the results of an open trace, newest first, and shows the newest', async () => {
        await create();
        expect(model.entries(EXPERIMENT).map(entry => entry.summary.id)).toEqual(['new', 'old']);
        expect(shown()).toEqual(['new']);
        expect(model.shown(EXPERIMENT)[0].content?.findings[0].startNs).toBe(5n);
    });

    it('shows after a reload what was shown before', async () => {
        await create();
        await model.setShown(EXPERIMENT, 'old', true);
        await model.setShown(EXPERIMENT, 'new', false);
        await create();
        expect(shown()).toEqual(['old']);
    });

    it('shows a new result in place of those of the same series, beside those of others', async () => {
        summaries = [...summaries, summary('other', 5)];
        await create();
        await model.setShown(EXPERIMENT, 'other', true);
        await model.present(EXPERIMENT, 'old');
        expect(shown()).toEqual(['other', 'old']);
    });

    it('learns of results that another window asked for, without showing them', async () => {
        await create();
        onDidReceiveEvent.fire({ type: 'result-added', result: summary('other', 20) });
        onDidReceiveEvent.fire({ type: 'result-added', result: summary('foreign', 21, 'e2') });
        expect(model.entries(EXPERIMENT).map(entry => entry.summary.id)).toEqual(['other', 'new', 'old']);
        expect(model.entries('e2')).toEqual([]);
        expect(shown()).toEqual(['new']);
    });

    it('learns that a trace has changed when a new result comes', async () => {
        await create();
        summaries = [
            summary('other', 20),
            { ...summary('new', 9), stale: true },
            { ...summary('old', 1), stale: true }
        ];
        onDidReceiveEvent.fire({ type: 'result-added', result: summary('other', 20) });
        await settled();
        expect(model.entries(EXPERIMENT).map(entry => entry.summary.stale)).toEqual([undefined, true, true]);
        expect(shown()).toEqual(['new']);
    });

    it('forgets what is deleted, here or elsewhere', async () => {
        await create();
        await model.delete(EXPERIMENT, 'new');
        expect(deleted).toEqual(['new']);
        onDidReceiveEvent.fire({ type: 'result-deleted', resultId: 'old', experimentId: EXPERIMENT });
        expect(model.entries(EXPERIMENT)).toEqual([]);
    });

    it('says why a result cannot be shown', async () => {
        delete contents.new;
        await create();
        expect(model.entries(EXPERIMENT)[0].error).toBe('The result is gone.');
        expect(shown()).toEqual([]);
    });

    it('waits for sessions to be opened again when another process has taken over', async () => {
        await create();
        summaries = [summary('other', 20)];
        state.generation = 2;
        onDidConnect.fire();
        await settled();
        expect(model.entries(EXPERIMENT)).toHaveLength(2);
        sessions = [openSession()];
        onDidChangeSessions.fire();
        await settled();
        expect(model.entries(EXPERIMENT).map(entry => entry.summary.id)).toEqual(['other']);
    });

    it('asks anew when the line to the service was interrupted', async () => {
        await create();
        summaries = [summary('other', 20)];
        onDidConnect.fire();
        await settled();
        expect(model.entries(EXPERIMENT).map(entry => entry.summary.id)).toEqual(['other']);
    });
});
