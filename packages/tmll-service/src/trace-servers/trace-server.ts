import { TraceServerState } from '../protocol';

/** The trace server behind the service: one that the service runs, or one that somebody else does. */
export interface TraceServer {
    readonly state: TraceServerState;
    /**
     * Base URL of its TSP, e.g. `http://127.0.0.1:40123/tsp/api`; waits while it starts, with a limit.
     * @throws HttpError 503 that says why there is none
     */
    whenUp(): Promise<string>;
    close(): Promise<void>;
}
