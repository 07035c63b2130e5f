import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { Command, CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { MenuContribution, MenuModelRegistry } from '@theia/core/lib/common/menu';
import { MessageService } from '@theia/core/lib/common/message-service';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { fileNameOf, saveFile } from '../export/save-file';
import { pngOf, svgOf } from '../export/picture-files';
import { PaneExport } from '../export/pane-export';
import { userSentence } from '../load/user-sentence';
import { PaneModel } from '../session/pane-model';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { ChartThemeProvider } from '../theme/chart-theme';
import { isPaneTarget, PaneTarget } from './pane-target';
import { TraceViewerCommands } from './trace-viewer-commands';
import { TraceViewerMenus } from './trace-viewer-menus';

type Exporting = (offered: PaneExport, target: PaneTarget) => Promise<void>;

/** Arranging panes, and taking out of them what they show. */
@injectable()
export class PaneCommands implements CommandContribution, MenuContribution {
    @inject(ClipboardService)
    protected readonly clipboard: ClipboardService;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @inject(ChartThemeProvider)
    protected readonly themes: ChartThemeProvider;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(TraceViewerCommands.REMOVE_PANE, {
            execute: ({ session, outputId }: PaneTarget) => session.removePane(outputId),
            isEnabled: isPaneTarget,
            isVisible: isPaneTarget
        });
        this.registerMove(commands, TraceViewerCommands.MOVE_PANE_UP, -1);
        this.registerMove(commands, TraceViewerCommands.MOVE_PANE_DOWN, 1);
        this.registerSwitch(commands, TraceViewerCommands.PIN_PANE, 'pinned', (session, { outputId, pinned }) =>
            session.pinPane(outputId, !pinned)
        );
        this.registerSwitch(commands, TraceViewerCommands.COLLAPSE_PANE, 'collapsed', (_, pane) =>
            pane.setCollapsed(!pane.collapsed)
        );
        this.registerExports(commands);
    }

    registerMenus(menus: MenuModelRegistry): void {
        const {
            COPY_CSV,
            SAVE_CSV,
            SAVE_PNG,
            SAVE_SVG,
            PIN_PANE,
            COLLAPSE_PANE,
            MOVE_PANE_UP,
            MOVE_PANE_DOWN,
            REMOVE_PANE
        } = TraceViewerCommands;
        const add = (path: string[], actions: readonly Command[]): void =>
            actions.forEach(({ id }, order) => menus.registerMenuAction(path, { commandId: id, order: String(order) }));
        add(TraceViewerMenus.PANE_CONTEXT_EXPORT, [COPY_CSV, SAVE_CSV, SAVE_PNG, SAVE_SVG]);
        add(TraceViewerMenus.PANE_CONTEXT_PANE, [PIN_PANE, COLLAPSE_PANE, MOVE_PANE_UP, MOVE_PANE_DOWN, REMOVE_PANE]);
    }

    protected registerMove(commands: CommandRegistry, command: Command, by: -1 | 1): void {
        const canMove = (target: unknown): boolean => {
            if (!isPaneTarget(target)) {
                return false;
            }
            const to = target.session.panes.indexOf(target.outputId) + by;
            return to >= 0 && to < target.session.panes.length;
        };
        commands.registerCommand(command, {
            execute: ({ session, outputId }: PaneTarget) =>
                session instanceof TraceSessionImpl && session.movePane(outputId, by),
            isEnabled: canMove,
            isVisible: canMove
        });
    }

    protected registerSwitch(
        commands: CommandRegistry,
        command: Command,
        property: 'pinned' | 'collapsed',
        toggle: (session: TraceSessionImpl, pane: PaneModel) => void
    ): void {
        commands.registerCommand(command, {
            execute: (target: PaneTarget) => {
                const pane = paneOf(target);
                if (pane && target.session instanceof TraceSessionImpl) {
                    toggle(target.session, pane);
                }
            },
            isEnabled: target => paneOf(target) !== undefined,
            isVisible: target => paneOf(target) !== undefined,
            isToggled: target => paneOf(target)?.[property] ?? false
        });
    }

    protected registerExports(commands: CommandRegistry): void {
        const { COPY_CSV, SAVE_CSV, SAVE_PNG, SAVE_SVG } = TraceViewerCommands;
        const csv = async ({ csv: write }: PaneExport): Promise<string> => (await write?.()) ?? '';
        this.registerExport(commands, COPY_CSV, 'csv', async offered => {
            await this.clipboard.writeText(await csv(offered));
            this.messages.info(nls.localize('tmll/viewer/csvCopied', 'What the pane shows has been copied as CSV.'), {
                timeout: 3000
            });
        });
        this.registerExport(commands, SAVE_CSV, 'csv', async (offered, target) =>
            saveFile(new Blob([await csv(offered)], { type: 'text/csv' }), fileNameOf(target, 'csv'))
        );
        this.registerExport(commands, SAVE_PNG, 'picture', async ({ picture }, target) => {
            if (picture) {
                saveFile(await pngOf(picture(), this.themes.current), fileNameOf(target, 'png'));
            }
        });
        this.registerExport(commands, SAVE_SVG, 'picture', async ({ picture }, target) => {
            if (picture) {
                const text = svgOf(picture(), this.themes.current);
                saveFile(new Blob([text], { type: 'image/svg+xml' }), fileNameOf(target, 'svg'));
            }
        });
    }

    protected registerExport(
        commands: CommandRegistry,
        command: Command,
        needed: keyof PaneExport,
        run: Exporting
    ): void {
        const offers = (target: unknown): boolean => paneOf(target)?.export?.[needed] !== undefined;
        commands.registerCommand(command, {
            execute: async (target: PaneTarget) => {
                const offered = paneOf(target)?.export;
                try {
                    if (offered) {
                        await run(offered, target);
                    }
                } catch (error) {
                    this.messages.error(userSentence(error));
                }
            },
            isEnabled: offers,
            isVisible: offers
        });
    }
}

function paneOf(target: unknown): PaneModel | undefined {
    return isPaneTarget(target) && target.session instanceof TraceSessionImpl
        ? target.session.findPane(target.outputId)
        : undefined;
}
