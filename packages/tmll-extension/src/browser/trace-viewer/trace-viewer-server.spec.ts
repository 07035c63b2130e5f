import 'reflect-metadata';
import { Emitter } from '@theia/core';
import { PreferenceSchemaService } from '@theia/core/lib/common/preferences';
import { ServiceState } from '../../common/tmll-server';
import { ServiceMonitor } from '../service/service-monitor';
import { TraceViewerServer } from './trace-viewer-server';

const KEY = 'trace-compass.traceserver.url';

/** Overrides of the default, the last one counts. */
class FakeSchema {
    readonly onDidChangeSchemaEmitter = new Emitter<void>();
    readonly onDidChangeSchema = this.onDidChangeSchemaEmitter.event;
    readonly properties = new Map<string, object>();
    readonly overrides: string[] = [];

    getSchemaProperty(key: string): object | undefined {
        return this.properties.get(key);
    }

    registerOverride(key: string, _language: undefined, value: string): { dispose(): void } {
        expect(key).toBe(KEY);
        this.overrides.push(value);
        return { dispose: () => this.overrides.splice(this.overrides.indexOf(value), 1) };
    }

    install(): void {
        this.properties.set(KEY, {});
        this.onDidChangeSchemaEmitter.fire();
    }
}

function create(): { schema: FakeSchema; set: (state: Partial<ServiceState>) => void } {
    const schema = new FakeSchema();
    const onDidChange = new Emitter<ServiceState>();
    const monitor = { state: { status: 'starting', generation: 0 } as ServiceState, onDidChange: onDidChange.event };
    const server = new TraceViewerServer();
    Object.assign(server, {
        schema: schema as unknown as PreferenceSchemaService,
        monitor: monitor as unknown as ServiceMonitor
    });
    server.onStart();
    return {
        schema,
        set: state => {
            monitor.state = { ...monitor.state, ...state };
            onDidChange.fire(monitor.state);
        }
    };
}

describe('TraceViewerServer', () => {
    it('points the Trace Viewer to the service, whichever is there first', () => {
        const early = create();
        early.set({ status: 'up', url: 'http://127.0.0.1:4000' });
        expect(early.schema.overrides).toEqual([]);
        early.schema.install();
        expect(early.schema.overrides).toEqual(['http://127.0.0.1:4000']);

        const late = create();
        late.schema.install();
        expect(late.schema.overrides).toEqual([]);
        late.set({ status: 'up', url: 'http://127.0.0.1:4000' });
        expect(late.schema.overrides).toEqual(['http://127.0.0.1:4000']);
    });

    it('follows a service that is started again, and keeps its address meanwhile', () => {
        const { schema, set } = create();
        schema.install();
        set({ status: 'up', url: 'http://127.0.0.1:4000' });
        set({ status: 'restarting', url: undefined });
        expect(schema.overrides).toEqual(['http://127.0.0.1:4000']);
        set({ status: 'up', url: 'http://127.0.0.1:4001' });
        set({ status: 'up', url: 'http://127.0.0.1:4001', generation: 2 });
        expect(schema.overrides).toEqual(['http://127.0.0.1:4001']);
    });
});
