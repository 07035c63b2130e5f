import { TraceServerState } from '../protocol';
import { isHealthy } from './health';
import { TraceServer } from './trace-server';

const INTERVAL_MS = 5000;
const ANSWER_LIMIT_MS = 4000;

/** A trace server that somebody else runs. It is asked every few seconds whether it is up; requests go to it in any case. */
export class RemoteTraceServer implements TraceServer {
    private current: TraceServerState = { status: 'starting' };
    private readonly timer: NodeJS.Timeout;

    /** @param base URL of its TSP, e.g. `http://localhost:8080/tsp/api` */
    constructor(
        private readonly base: string,
        private readonly onDidChangeState: (state: TraceServerState) => void
    ) {
        this.timer = setInterval(() => void this.check(), INTERVAL_MS);
        void this.check();
    }

    get state(): TraceServerState {
        return this.current;
    }

    whenUp(): Promise<string> {
        return Promise.resolve(this.base);
    }

    close(): Promise<void> {
        clearInterval(this.timer);
        return Promise.resolve();
    }

    private async check(): Promise<void> {
        const state: TraceServerState = (await isHealthy(this.base, ANSWER_LIMIT_MS))
            ? { status: 'up' }
            : {
                  status: 'down',
                  message: `The trace server at ${this.base} does not answer; start it, or give another address.`
              };
        if (state.status !== this.current.status) {
            this.current = state;
            this.onDidChangeState(state);
        }
    }
}
