import { Event } from '@theia/core/lib/common/event';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { Overlay, OverlayProvider, OverlayTarget } from '../overlay/overlay';
import { TraceSessionManagerImpl } from '../trace-tab/trace-session-manager-impl';
import { Bookmarks } from './bookmarks';

/** Draws bookmarks on every chart. */
@injectable()
export class BookmarkOverlayProvider implements OverlayProvider {
    readonly id = 'bookmarks';
    readonly label = nls.localize('tmll/viewer/bookmarks', 'Bookmarks');

    @inject(Bookmarks)
    protected readonly bookmarks: Bookmarks;

    @inject(TraceSessionManagerImpl)
    protected readonly sessions: TraceSessionManagerImpl;

    get onDidChange(): Event<void> {
        return this.bookmarks.onDidChange;
    }

    overlays({ experimentId }: OverlayTarget): readonly Overlay[] {
        const session = this.sessions.sessions.find(({ experiment }) => experiment.UUID === experimentId);
        const list = session ? this.bookmarks.of(session) : [];
        if (!session || list.length === 0) {
            return [];
        }
        const { origin } = session;
        return [
            {
                id: 'bookmarks',
                kind: 'spans',
                origin,
                starts: Float64Array.from(list, ({ start }) => Number(start - origin)),
                ends: Float64Array.from(list, ({ end }) => Number(end - origin)),
                severity: () => 'info',
                tooltip: index => [nls.localize('tmll/viewer/bookmark', 'Bookmark: {0}', list[index].name)]
            }
        ];
    }
}
