import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { userSentence } from '../load/user-sentence';
import { TraceSession, TraceSessionManager } from '../session/trace-session';
import { Bookmark, BookmarkClient } from './bookmark-client';

interface SessionBookmarks {
    readonly list: readonly Bookmark[];
    /** Why there are none to be had, in a sentence. */
    readonly error?: string;
}

const NOTHING: SessionBookmarks = { list: [] };

/** The bookmarks of all open traces. */
@injectable()
export class Bookmarks {
    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    protected readonly changeEmitter = new Emitter<void>();
    protected readonly known = new WeakMap<TraceSession, SessionBookmarks>();

    @postConstruct()
    protected init(): void {
        this.sessions.onDidChangeSessions(() => this.sessions.sessions.forEach(session => this.load(session)));
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** By time; the same object until something has changed. */
    of(session: TraceSession): readonly Bookmark[] {
        this.load(session);
        return (this.known.get(session) ?? NOTHING).list;
    }

    errorOf(session: TraceSession): string | undefined {
        return this.known.get(session)?.error;
    }

    /** @throws TspError when the trace server keeps no bookmarks or cannot be reached */
    async add(session: TraceSession, name: string, start: bigint, end: bigint): Promise<Bookmark> {
        const added = await new BookmarkClient(session).add(name, start, end);
        this.change(session, list => [...list, added]);
        return added;
    }

    /** @throws TspError when the trace server cannot be reached */
    async rename(session: TraceSession, bookmark: Bookmark, name: string): Promise<void> {
        const renamed = await new BookmarkClient(session).rename(bookmark, name);
        this.change(session, list => list.map(other => (other.id === bookmark.id ? renamed : other)));
    }

    /** @throws TspError when the trace server cannot be reached */
    async remove(session: TraceSession, bookmark: Bookmark): Promise<void> {
        await new BookmarkClient(session).remove(bookmark);
        this.change(session, list => list.filter(({ id }) => id !== bookmark.id));
    }

    protected load(session: TraceSession): void {
        if (!this.known.has(session)) {
            this.known.set(session, NOTHING);
            new BookmarkClient(session).list().then(
                list => this.change(session, () => list),
                error => {
                    this.known.set(session, { list: [], error: userSentence(error) });
                    this.changeEmitter.fire();
                }
            );
        }
    }

    protected change(session: TraceSession, next: (list: readonly Bookmark[]) => readonly Bookmark[]): void {
        const list = [...next(this.of(session))].sort((first, second) =>
            first.start < second.start ? -1 : first.start > second.start ? 1 : 0
        );
        this.known.set(session, { list });
        this.changeEmitter.fire();
    }
}
