import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { QuickInputService } from '@theia/core/lib/browser/quick-input/quick-input-service';
import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { MenuContribution, MenuModelRegistry } from '@theia/core/lib/common/menu';
import { MessageService } from '@theia/core/lib/common/message-service';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { TraceSession } from '../session/trace-session';
import { timeDisplay } from '../time/time-display';
import { TimeFormatSetting } from '../time/time-format-setting';
import { parseTime } from '../time/time-parse';
import { TraceSessionManagerImpl } from '../trace-tab/trace-session-manager-impl';
import { TraceViewerCommands } from './trace-viewer-commands';
import { TraceViewerMenus } from './trace-viewer-menus';

/** Going to a time that is typed, and taking times along as text. */
@injectable()
export class TimeCommands implements CommandContribution, MenuContribution {
    @inject(TraceSessionManagerImpl)
    protected readonly sessions: TraceSessionManagerImpl;

    @inject(QuickInputService)
    protected readonly quickInput: QuickInputService;

    @inject(ClipboardService)
    protected readonly clipboard: ClipboardService;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @inject(TimeFormatSetting)
    protected readonly format: TimeFormatSetting;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(TraceViewerCommands.GO_TO_TIME, {
            execute: () => this.goToTime(),
            isEnabled: () => this.sessions.active !== undefined
        });
        commands.registerCommand(TraceViewerCommands.COPY_TIME, {
            execute: () => this.copy(({ start }) => [start]),
            isEnabled: () => this.sessions.active !== undefined
        });
        commands.registerCommand(TraceViewerCommands.COPY_RANGE, {
            execute: () => this.copy(({ start, end }) => [start, end]),
            isEnabled: () => this.sessions.active !== undefined
        });
    }

    registerMenus(menus: MenuModelRegistry): void {
        const { GO_TO_TIME, COPY_TIME, COPY_RANGE } = TraceViewerCommands;
        [GO_TO_TIME, COPY_TIME, COPY_RANGE].forEach(({ id }, order) => {
            menus.registerMenuAction(TraceViewerMenus.TRACE_NAVIGATE, { commandId: id, order: `x${order}` });
            menus.registerMenuAction(TraceViewerMenus.PANE_CONTEXT_TIME, { commandId: id, order: `x${order}` });
        });
    }

    protected async goToTime(): Promise<void> {
        const session = this.sessions.active;
        if (!session) {
            return;
        }
        const { time } = session;
        const display = timeDisplay(this.format.current, session.origin);
        const now = time.selection?.start ?? time.view.start;
        const typed = await this.quickInput.input({
            value: display.text(now),
            valueSelection: [0, display.text(now).length],
            prompt: nls.localize(
                'tmll/viewer/goToTime/prompt',
                'A time: 1.25 s, +10 ms from the selection, 09:13:52.25, 2026-11-23T09:13:52Z, or ns since the epoch'
            ),
            validateInput: async text =>
                this.read(text, session) instanceof Error ? (this.read(text, session) as Error).message : undefined
        });
        const found = typed === undefined ? undefined : this.read(typed, session);
        if (typeof found === 'number') {
            time.setSelection({ start: found, end: found });
            const { start, end } = time.view;
            if (found < start || found > end) {
                const half = (end - start) / 2;
                time.setView({ start: found - half, end: found + half });
            }
        }
    }

    /** A typed time in ns from the session's origin, or what is wrong with it. */
    protected read(text: string, { origin, time }: TraceSession): number | Error {
        const zoneMinutes =
            this.format.current === 'utc' ? 0 : -new Date(Number(origin / 1_000_000n)).getTimezoneOffset();
        const ns = parseTime(text, { origin, current: time.selection?.start ?? time.view.start, zoneMinutes });
        if (ns === undefined) {
            return new Error(nls.localize('tmll/viewer/goToTime/notATime', 'This is no time.'));
        }
        const offset = Number(ns - origin);
        return offset < time.full.start || offset > time.full.end
            ? new Error(
                  nls.localize(
                      'tmll/viewer/goToTime/outside',
                      'The trace goes from {0} to {1}.',
                      timeDisplay(this.format.current, origin).text(time.full.start),
                      timeDisplay(this.format.current, origin).text(time.full.end)
                  )
              )
            : offset;
    }

    /** Copies times of the selection; without one that under the mouse, else the left edge of the view. */
    protected async copy(pick: (range: { readonly start: number; readonly end: number }) => number[]): Promise<void> {
        const session = this.sessions.active;
        if (session) {
            const { selection, cursor, view } = session.time;
            const at = cursor ?? view.start;
            const text = pick(selection ?? { start: at, end: at })
                .map(time => String(session.origin + BigInt(Math.round(time))))
                .join(' ');
            await this.clipboard.writeText(text);
            this.messages.info(nls.localize('tmll/viewer/timeCopied', 'Copied {0}.', text), { timeout: 3000 });
        }
    }
}
