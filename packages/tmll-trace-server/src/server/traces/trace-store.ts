import { basename } from 'node:path';
import { shiftTrace } from '../../trace/shift-trace';
import type { Trace } from '../../trace/trace';
import { nameUuid } from '../name-uuid';
import { type FileState, filesOf, isSame } from '../recording/cache/fingerprint';
import { TspError } from '../tsp-error';
import { openPath, pathOf } from './open-path';

/** A trace that a client has opened. */
export interface OpenTrace {
    readonly uuid: string;
    readonly name: string;
    /** The path that the client gave. */
    readonly path: string;
    readonly trace: Trace;
    /** Its files as they were when it was opened; undefined when there are too many to tell. */
    readonly files?: readonly FileState[];
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
     * Opens a trace; the same path and name give the same trace again, opened anew when its files have changed since: so is a
     * trace refreshed that is still growing.
     *
     * @param name what to call it; default: the last part of the path
     * @param offset ns to add to all its times, for a host whose clock differs
     * @throws TspError 403, 404 or 406, as `openPath` says
     */
    async open(uri: string, name: string | undefined, offset = 0n): Promise<OpenTrace> {
        const path = pathOf(uri);
        const shownName = name || basename(path);
        const uuid = nameUuid([path, shownName, ...(offset === 0n ? [] : [offset])].join('\0'));
        const known = this.traces.get(uuid);
        if (known && !hasChanged(known)) {
            return known;
        }
        const trace = shiftTrace(await openPath(path), offset);
        const opened = { uuid, name: shownName, path, trace, files: filesOf(path) };
        this.traces.set(uuid, opened);
        return opened;
    }

    /** Forgets a trace; its files stay. */
    close(uuid: string): void {
        this.traces.delete(uuid);
    }
}

/** Whether files of a trace have changed since it was opened; what cannot be looked at any more has not. */
function hasChanged({ path, files }: OpenTrace): boolean {
    try {
        return files !== undefined && !isSame(files, filesOf(path));
    } catch {
        return false;
    }
}
