import { RestClient } from 'tsp-typescript-client/lib/protocol/rest-client';
import { Query, unwrap } from 'tmll-tsp';
import { TraceSession } from '../session/trace-session';

/** A named stretch of a trace, kept by the trace server. */
export interface Bookmark {
    readonly id: string;
    readonly name: string;
    /** Ns since the epoch; equal for an instant. */
    readonly start: bigint;
    readonly end: bigint;
}

interface BookmarkOnWire {
    readonly uuid: string;
    readonly name: string;
    readonly start: number | bigint;
    readonly end: number | bigint;
}

/** Asks a trace server for the bookmarks of an experiment. All throw TspError. */
export class BookmarkClient {
    constructor(private readonly session: TraceSession) {}

    async list(): Promise<readonly Bookmark[]> {
        const found = unwrap(await RestClient.get<BookmarkOnWire[]>(this.url())) as readonly BookmarkOnWire[];
        return found.map(toBookmark);
    }

    async add(name: string, start: bigint, end: bigint): Promise<Bookmark> {
        const query = new Query({ name, start, end });
        return toBookmark(unwrap(await RestClient.post<BookmarkOnWire>(this.url(), query)) as BookmarkOnWire);
    }

    async rename({ id, start, end }: Bookmark, name: string): Promise<Bookmark> {
        const query = new Query({ name, start, end });
        return toBookmark(unwrap(await RestClient.put<BookmarkOnWire>(this.url(id), query)) as BookmarkOnWire);
    }

    async remove({ id }: Bookmark): Promise<void> {
        unwrap(await RestClient.delete<BookmarkOnWire>(this.url(id)));
    }

    private url(id?: string): string {
        const { baseUrl, experiment } = this.session;
        const list = `${baseUrl.replace(/\/+$/, '')}/experiments/${encodeURIComponent(experiment.UUID)}/bookmarks`;
        return id === undefined ? list : `${list}/${encodeURIComponent(id)}`;
    }
}

function toBookmark({ uuid, name, start, end }: BookmarkOnWire): Bookmark {
    return { id: uuid, name, start: BigInt(start), end: BigInt(end) };
}
