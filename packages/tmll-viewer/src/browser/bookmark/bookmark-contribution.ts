import { QuickInputService } from '@theia/core/lib/browser/quick-input/quick-input-service';
import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { Event } from '@theia/core/lib/common/event';
import { MenuContribution, MenuModelRegistry } from '@theia/core/lib/common/menu';
import { MessageService } from '@theia/core/lib/common/message-service';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { TraceViewerCommands } from '../commands/trace-viewer-commands';
import { TraceViewerMenus } from '../commands/trace-viewer-menus';
import { ExplorerGroup, ExplorerItem } from '../explorer/explorer-group';
import { userSentence } from '../load/user-sentence';
import { TraceSession } from '../session/trace-session';
import { formatDuration, formatTime } from '../time/time-format';
import { TraceSessionManagerImpl } from '../trace-tab/trace-session-manager-impl';
import { Bookmark } from './bookmark-client';
import { Bookmarks } from './bookmarks';

/** Sets bookmarks and lists them in the Traces view. */
@injectable()
export class BookmarkContribution implements CommandContribution, MenuContribution, ExplorerGroup {
    readonly id = 'bookmarks';
    readonly label = nls.localize('tmll/viewer/bookmarks', 'Bookmarks');
    readonly order = 'b';

    @inject(Bookmarks)
    protected readonly bookmarks: Bookmarks;

    @inject(TraceSessionManagerImpl)
    protected readonly sessions: TraceSessionManagerImpl;

    @inject(QuickInputService)
    protected readonly quickInput: QuickInputService;

    @inject(MessageService)
    protected readonly messages: MessageService;

    get onDidChange(): Event<void> {
        return this.bookmarks.onDidChange;
    }

    items(session: TraceSession | undefined): readonly ExplorerItem[] {
        return (session ? this.bookmarks.of(session) : []).map(bookmark => this.itemOf(session, bookmark));
    }

    emptyText(session: TraceSession | undefined): string | undefined {
        if (!session) {
            return undefined;
        }
        return (
            this.bookmarks.errorOf(session) ??
            nls.localize('tmll/viewer/bookmark/none', 'Press M in a trace to keep what is selected.')
        );
    }

    readonly action = {
        label: nls.localize('tmll/viewer/command/addBookmark', 'Add Bookmark…'),
        icon: 'add',
        run: (): void => void this.add()
    };

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(TraceViewerCommands.ADD_BOOKMARK, {
            execute: () => this.add(),
            isEnabled: () => this.sessions.active !== undefined
        });
    }

    registerMenus(menus: MenuModelRegistry): void {
        const { id } = TraceViewerCommands.ADD_BOOKMARK;
        menus.registerMenuAction(TraceViewerMenus.TRACE_NAVIGATE, { commandId: id, order: 'y' });
        menus.registerMenuAction(TraceViewerMenus.PANE_CONTEXT_TIME, { commandId: id, order: 'y' });
    }

    protected itemOf(session: TraceSession | undefined, bookmark: Bookmark): ExplorerItem {
        const start = Number(bookmark.start - (session?.origin ?? 0n));
        const length = Number(bookmark.end - bookmark.start);
        const remove = nls.localize('tmll/viewer/bookmark/remove', 'Delete bookmark');
        return {
            id: bookmark.id,
            label: bookmark.name,
            description: length === 0 ? formatTime(start) : `${formatTime(start)}, ${formatDuration(length)}`,
            icon: 'bookmark',
            run: () => session?.reveal({ start, end: start + length }),
            remove: { label: remove, run: () => session && void this.remove(session, bookmark) }
        };
    }

    protected async add(): Promise<void> {
        const session = this.sessions.active;
        if (!session) {
            return;
        }
        const { selection, cursor, view } = session.time;
        const at = Math.round(cursor ?? (view.start + view.end) / 2);
        const { start, end } = selection ?? { start: at, end: at };
        const name = await this.quickInput.input({
            value: nls.localize('tmll/viewer/bookmark/name', 'Bookmark {0}', this.bookmarks.of(session).length + 1),
            prompt: nls.localize('tmll/viewer/bookmark/prompt', 'Name of the bookmark')
        });
        if (name?.trim()) {
            const { origin } = session;
            await this.attempt(() =>
                this.bookmarks.add(session, name.trim(), origin + BigInt(start), origin + BigInt(end))
            );
        }
    }

    /** What has been deleted can be had back for as long as the notification is there. */
    protected async remove(session: TraceSession, bookmark: Bookmark): Promise<void> {
        if (await this.attempt(() => this.bookmarks.remove(session, bookmark))) {
            const undo = nls.localizeByDefault('Undo');
            const text = nls.localize('tmll/viewer/bookmark/removed', 'The bookmark {0} was deleted.', bookmark.name);
            if ((await this.messages.info(text, { timeout: 8000 }, undo)) === undo) {
                await this.attempt(() => this.bookmarks.add(session, bookmark.name, bookmark.start, bookmark.end));
            }
        }
    }

    protected async attempt(work: () => Promise<unknown>): Promise<boolean> {
        try {
            await work();
            return true;
        } catch (error) {
            this.messages.error(userSentence(error));
            return false;
        }
    }
}
