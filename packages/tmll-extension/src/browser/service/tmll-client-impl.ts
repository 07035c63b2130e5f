import { injectable } from '@theia/core/shared/inversify';
import { Emitter, Event } from '@theia/core';
import type { ServiceEvent } from 'tmll-service/protocol';
import { ServiceState, TmllClient, TraceServerChange } from '../../common/tmll-server';

/** What the backend tells this window, as events. */
@injectable()
export class TmllClientImpl implements TmllClient {
    protected readonly onDidReceiveEventEmitter = new Emitter<ServiceEvent>();
    readonly onDidReceiveEvent: Event<ServiceEvent> = this.onDidReceiveEventEmitter.event;

    protected readonly onDidChangeStateEmitter = new Emitter<ServiceState>();
    readonly onDidChangeState: Event<ServiceState> = this.onDidChangeStateEmitter.event;

    protected readonly onDidChangeTraceServerEmitter = new Emitter<TraceServerChange>();
    readonly onDidChangeTraceServer: Event<TraceServerChange> = this.onDidChangeTraceServerEmitter.event;

    notifyServiceEvent(event: ServiceEvent): void {
        this.onDidReceiveEventEmitter.fire(event);
    }

    notifyServiceState(state: ServiceState): void {
        this.onDidChangeStateEmitter.fire(state);
    }

    notifyTraceServerChange(change: TraceServerChange): void {
        this.onDidChangeTraceServerEmitter.fire(change);
    }
}
