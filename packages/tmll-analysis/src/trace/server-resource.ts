import { TspClientResponse, TspError, unwrap, withRequestOptions } from 'tmll-tsp';
import { numbered } from './trace-source';

const CONFLICT = 409;

/** How often another name is tried when one is taken by something else. */
const OTHER_NAMES = 20;

/** Limit in ms for each request of a clean-up. */
const CLEAN_UP_MS = 10_000;

/** Something on the trace server that has a name there. */
interface Named {
    readonly UUID: string;
    readonly name: string;
}

/** Creates something under a name, or under `name(1)`, `name(2)`, … when the server has another thing of that name. */
export async function createNamed<T extends Named>(
    name: string,
    create: (name: string) => Promise<TspClientResponse<T>>
): Promise<T> {
    for (const candidate of [name, ...numbered(name, OTHER_NAMES)]) {
        const response = await create(candidate);
        if (response.getStatusCode() !== CONFLICT) {
            return unwrap(response);
        }
    }
    throw new TspError({ status: CONFLICT, title: `The trace server has too many things called ${name}` });
}

/** What has been opened on the trace server, and how to close it again when the rest fails. */
export class Opened {
    private readonly closers: (() => Promise<unknown>)[] = [];

    add(close: () => Promise<unknown>): void {
        this.closers.push(close);
    }

    /**
     * Closes all of it, the last first. What cannot be closed stays: the failure that led here is what matters, and is what
     * the caller throws.
     */
    async close(): Promise<void> {
        for (const close of this.closers.reverse()) {
            await withRequestOptions({ signal: undefined, timeoutMs: CLEAN_UP_MS }, close).catch(() => undefined);
        }
    }
}
