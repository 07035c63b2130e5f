import { UriAwareCommandHandler } from '@theia/core/lib/common/uri-command-handler';
import { Command, CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { MenuContribution, MenuModelRegistry } from '@theia/core/lib/common/menu';
import { MessageService } from '@theia/core/lib/common/message-service';
import { nls } from '@theia/core/lib/common/nls';
import { QuickInputService, QuickPickItem } from '@theia/core/lib/common/quick-pick-service';
import { SelectionService } from '@theia/core/lib/common/selection-service';
import URI from '@theia/core/lib/common/uri';
import { ConfirmDialog } from '@theia/core/lib/browser/dialogs';
import { CommonMenus } from '@theia/core/lib/browser/common-menus';
import { inject, injectable } from '@theia/core/shared/inversify';
import { FileDialogService } from '@theia/filesystem/lib/browser/file-dialog';
import { NavigatorContextMenu } from '@theia/navigator/lib/browser/navigator-contribution';
import { userSentence } from '../load/user-sentence';
import { OpeningCancelled } from '../session/opening-cancelled';
import { RecentTraces } from '../session/recent-traces';
import { SampleTraces } from '../session/trace-server-endpoint';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { TraceSessionManagerImpl } from '../trace-tab/trace-session-manager-impl';
import { TraceViewerCommands } from './trace-viewer-commands';
import { TraceViewerMenus } from './trace-viewer-menus';

interface TracePick extends QuickPickItem {
    readonly paths: readonly string[];
}

/** The ways to open a trace: a dialog, what was open before, samples, and the file explorer. */
@injectable()
export class OpenTraceCommands implements CommandContribution, MenuContribution {
    @inject(TraceSessionManagerImpl)
    protected readonly sessions: TraceSessionManagerImpl;

    @inject(RecentTraces)
    protected readonly recent: RecentTraces;

    @inject(SampleTraces)
    protected readonly samples: SampleTraces;

    @inject(FileDialogService)
    protected readonly dialogs: FileDialogService;

    @inject(QuickInputService)
    protected readonly quickInput: QuickInputService;

    @inject(SelectionService)
    protected readonly selection: SelectionService;

    @inject(MessageService)
    protected readonly messages: MessageService;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(TraceViewerCommands.OPEN_FOLDER, { execute: () => this.openByDialog('folder') });
        commands.registerCommand(TraceViewerCommands.OPEN_FILE, { execute: () => this.openByDialog('file') });
        commands.registerCommand(TraceViewerCommands.OPEN_RECENT, { execute: () => this.openRecent() });
        commands.registerCommand(TraceViewerCommands.OPEN_SAMPLE, { execute: () => this.openSample() });
        commands.registerCommand(
            TraceViewerCommands.OPEN_SELECTED,
            UriAwareCommandHandler.MultiSelect(this.selection, {
                execute: uris => this.open(uris.map(pathOf)),
                isVisible: uris => uris.length > 0 && uris.every(uri => uri.scheme === 'file')
            })
        );
    }

    registerMenus(menus: MenuModelRegistry): void {
        menus.registerSubmenu(TraceViewerMenus.TRACE, nls.localize('tmll/viewer/menu', 'Trace'));
        const opening: readonly Command[] = [
            TraceViewerCommands.OPEN_FOLDER,
            TraceViewerCommands.OPEN_FILE,
            TraceViewerCommands.OPEN_RECENT,
            TraceViewerCommands.OPEN_SAMPLE
        ];
        opening.forEach(({ id }, order) =>
            menus.registerMenuAction(TraceViewerMenus.TRACE_OPEN, { commandId: id, order: String(order) })
        );
        menus.registerMenuAction(CommonMenus.FILE_OPEN, { commandId: TraceViewerCommands.OPEN_FOLDER.id, order: 'z' });
        menus.registerMenuAction(NavigatorContextMenu.NAVIGATION, { commandId: TraceViewerCommands.OPEN_SELECTED.id });
    }

    /** Opens traces; what goes wrong is told in a notification. */
    async open(paths: readonly string[]): Promise<void> {
        try {
            await this.sessions.open(paths);
        } catch (error) {
            if (!(error instanceof OpeningCancelled)) {
                this.messages.error(userSentence(error));
            }
        }
    }

    /** Closes a trace and has the trace server forget it with all that it has computed; the files stay. */
    async deleteTrace(session: TraceSessionImpl): Promise<void> {
        const { name } = session.experiment;
        const sure = await new ConfirmDialog({
            title: nls.localize('tmll/viewer/delete/title', 'Delete {0} at the trace server?', name),
            msg: nls.localize(
                'tmll/viewer/delete/message',
                'The trace server forgets the trace and what it has computed of it, bookmarks too. The files stay.'
            ),
            ok: nls.localizeByDefault('Delete')
        }).open();
        if (sure) {
            try {
                await this.sessions.delete(session);
            } catch (error) {
                this.messages.error(userSentence(error));
            }
        }
    }

    protected async openByDialog(what: 'folder' | 'file'): Promise<void> {
        const folders = what === 'folder';
        const chosen = await this.dialogs.showOpenDialog({
            title: folders
                ? nls.localize('tmll/viewer/openFolder', 'Open a trace folder')
                : nls.localize('tmll/viewer/openFile', 'Open a trace file'),
            openLabel: nls.localizeByDefault('Open'),
            canSelectFiles: !folders,
            canSelectFolders: folders,
            canSelectMany: true
        });
        if (chosen) {
            await this.open((Array.isArray(chosen) ? chosen : [chosen]).map(pathOf));
        }
    }

    protected async openRecent(): Promise<void> {
        await this.pick(
            this.recent.list.map(({ name, paths }) => ({ label: name, description: paths.join(', '), paths })),
            nls.localize('tmll/viewer/noRecent', 'No trace has been opened here yet.')
        );
    }

    protected async openSample(): Promise<void> {
        const samples = await this.samples.list();
        await this.pick(
            samples.map(({ name, description, path }) => ({ label: name, detail: description, paths: [path] })),
            nls.localize('tmll/viewer/noSamples', 'There are no sample traces in this application.')
        );
    }

    protected async pick(items: TracePick[], otherwise: string): Promise<void> {
        if (items.length === 0) {
            this.messages.info(otherwise);
            return;
        }
        const picked = await this.quickInput.showQuickPick(items, {
            placeholder: nls.localize('tmll/viewer/pick', 'Choose a trace to open')
        });
        if (picked) {
            await this.open(picked.paths);
        }
    }
}

function pathOf(uri: URI): string {
    return uri.path.fsPath();
}
