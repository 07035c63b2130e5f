import { basename } from 'node:path';
import type { Trace } from '../../trace/trace';
import { nameUuid } from '../name-uuid';
import { TspError } from '../tsp-error';
import { openPath, pathOf } from './open-path';

/** A trace that a client has opened. */
export interface OpenTrace {
    readonly uuid: string;
    readonly name: string;
    /** The path that the client gave. */
    readonly path: string;
    readonly trace: Trace;
}

/** The traces that clients have opened, by UUID. */
export class TraceStore {
    private readonly traces = new Map<string, OpenTrace>();

    /** All open traces, in the order in which they were opened. */
    all(): OpenTrace[] {
        return [...this.traces.values()];
    }

    /** @throws TspError 404 when there is none of this UUID */
    get(uuid: string): OpenTrace {
        const trace = this.traces.get(uuid);
        if (!trace) {
            throw new TspError(404, `No trace found with uuid ${uuid}`);
        }
        return trace;
    }

    /**
     * Opens a trace; the same path and name give the same trace again.
     *
     * @param name what to call it; default: the last part of the path
     * @throws TspError 403, 404 or 406, as `openPath` says
     */
    async open(uri: string, name: string | undefined): Promise<OpenTrace> {
        const path = pathOf(uri);
        const shownName = name || basename(path);
        const uuid = nameUuid(`${path}\0${shownName}`);
        const known = this.traces.get(uuid);
        if (known) {
            return known;
        }
        const opened = { uuid, name: shownName, path, trace: await openPath(path) };
        this.traces.set(uuid, opened);
        return opened;
    }

    /** Forgets a trace; its files stay. */
    close(uuid: string): void {
        this.traces.delete(uuid);
    }
}
