import { Event } from '@theia/core/lib/common/event';

/**
 * Where the trace server is. The viewer's own binding takes the preference `traceViewer.serverUrl`; who runs a server for the
 * user binds another.
 */
export const TraceServerEndpoint = Symbol('TraceServerEndpoint');
export interface TraceServerEndpoint {
    /** Base URL of TSP, e.g. `http://localhost:8080/tsp/api`; waits until the server is up, throws when it cannot be had. */
    url(): Promise<string>;
    /** The server is another one now: sessions must be opened again. */
    readonly onDidChange: Event<void>;
}

/** Traces that are offered to a user who has none at hand. */
export const SampleTraces = Symbol('SampleTraces');
export interface SampleTraces {
    list(): Promise<readonly SampleTrace[]>;
}
export interface SampleTrace {
    readonly name: string;
    /** One sentence on what can be seen in it. */
    readonly description: string;
    readonly path: string;
}
