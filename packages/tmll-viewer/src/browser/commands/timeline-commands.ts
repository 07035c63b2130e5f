import { KeybindingContext, KeybindingContribution, KeybindingRegistry } from '@theia/core/lib/browser/keybinding';
import { Command, CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { MenuContribution, MenuModelRegistry } from '@theia/core/lib/common/menu';
import { inject, injectable } from '@theia/core/shared/inversify';
import { focusedOwnTime } from '../renderer/gantt/own-time';
import { TimeModel } from '../session/time-model';
import { TraceSessionManagerImpl } from '../trace-tab/trace-session-manager-impl';
import { TraceViewerCommands } from './trace-viewer-commands';
import { TraceViewerMenus } from './trace-viewer-menus';

const ZOOM_STEP = 1.5;
/** Of the view's width. */
const PAN_STEP = 0.2;

type TimeAction = (time: TimeModel) => void;

const TIME_ACTIONS: readonly (readonly [Command, TimeAction])[] = [
    [TraceViewerCommands.ZOOM_IN, time => time.zoom(ZOOM_STEP, time.cursor)],
    [TraceViewerCommands.ZOOM_OUT, time => time.zoom(1 / ZOOM_STEP, time.cursor)],
    [TraceViewerCommands.PAN_LEFT, time => time.pan(-PAN_STEP)],
    [TraceViewerCommands.PAN_RIGHT, time => time.pan(PAN_STEP)],
    [TraceViewerCommands.RESET, time => time.reset()],
    [TraceViewerCommands.CLEAR_SELECTION, time => time.setSelection(undefined)]
];

/**
 * Keys without modifiers, of games and of Perfetto; only while a trace tab has the focus and nothing is being typed. Menus
 * show the last of several.
 */
const KEYS: readonly (readonly [Command, context: 'letters' | 'arrows', ...keys: string[]])[] = [
    [TraceViewerCommands.ZOOM_IN, 'letters', '=', 'w'],
    [TraceViewerCommands.ZOOM_OUT, 'letters', '-', 's'],
    [TraceViewerCommands.PAN_LEFT, 'letters', 'a'],
    [TraceViewerCommands.PAN_RIGHT, 'letters', 'd'],
    [TraceViewerCommands.PAN_LEFT, 'arrows', 'left'],
    [TraceViewerCommands.PAN_RIGHT, 'arrows', 'right'],
    [TraceViewerCommands.RESET, 'letters', 'r'],
    [TraceViewerCommands.RESET, 'arrows', 'home'],
    [TraceViewerCommands.ZOOM_TO_SELECTION, 'letters', 'z'],
    [TraceViewerCommands.CLEAR_SELECTION, 'letters', 'escape'],
    [TraceViewerCommands.BACK, 'letters', 'backspace', 'ctrlcmd+z'],
    [TraceViewerCommands.FORWARD, 'letters', 'shift+backspace', 'ctrlcmd+y', 'ctrlcmd+shift+z'],
    [TraceViewerCommands.GO_TO_TIME, 'letters', 'g'],
    [TraceViewerCommands.ADD_BOOKMARK, 'letters', 'm'],
    [TraceViewerCommands.COPY_TIME, 'letters', 'c'],
    [TraceViewerCommands.COPY_RANGE, 'letters', 'shift+c']
];

const LETTERS_CONTEXT = 'traceViewer.timeline';
const ARROWS_CONTEXT = 'traceViewer.timelineArrows';

/** Moving along the time axis. */
@injectable()
export class TimelineCommands implements CommandContribution, MenuContribution, KeybindingContribution {
    @inject(TraceSessionManagerImpl)
    protected readonly sessions: TraceSessionManagerImpl;

    /** The time axis that commands act on: that of the pane with the focus when it has its own. */
    protected get time(): TimeModel | undefined {
        return focusedOwnTime() ?? this.sessions.active?.time;
    }

    registerCommands(commands: CommandRegistry): void {
        for (const [command, action] of TIME_ACTIONS) {
            commands.registerCommand(command, {
                execute: () => {
                    const time = this.time;
                    if (time) {
                        action(time);
                    }
                },
                isEnabled: () => this.sessions.active !== undefined
            });
        }
        commands.registerCommand(TraceViewerCommands.ZOOM_TO_SELECTION, {
            execute: () => this.zoomToSelection(),
            isEnabled: () => isStretch(this.time)
        });
        commands.registerCommand(TraceViewerCommands.BACK, {
            execute: () => this.sessions.active?.history.back(),
            isEnabled: () => this.sessions.active?.history.canGoBack ?? false
        });
        commands.registerCommand(TraceViewerCommands.FORWARD, {
            execute: () => this.sessions.active?.history.forward(),
            isEnabled: () => this.sessions.active?.history.canGoForward ?? false
        });
    }

    registerMenus(menus: MenuModelRegistry): void {
        const actions = [
            ...TIME_ACTIONS.map(([command]) => command),
            TraceViewerCommands.ZOOM_TO_SELECTION,
            TraceViewerCommands.BACK,
            TraceViewerCommands.FORWARD
        ];
        actions.forEach(({ id }, order) =>
            menus.registerMenuAction(TraceViewerMenus.TRACE_NAVIGATE, { commandId: id, order: String(order) })
        );
        [TraceViewerCommands.ZOOM_TO_SELECTION, TraceViewerCommands.CLEAR_SELECTION, TraceViewerCommands.RESET].forEach(
            ({ id }, order) =>
                menus.registerMenuAction(TraceViewerMenus.PANE_CONTEXT_TIME, { commandId: id, order: String(order) })
        );
    }

    registerKeybindings(keybindings: KeybindingRegistry): void {
        for (const [{ id }, context, ...keys] of KEYS) {
            for (const keybinding of keys) {
                keybindings.registerKeybinding({
                    command: id,
                    keybinding,
                    context: context === 'letters' ? LETTERS_CONTEXT : ARROWS_CONTEXT
                });
            }
        }
    }

    protected zoomToSelection(): void {
        const { time } = this;
        if (time?.selection) {
            time.setView(time.selection);
        }
    }
}

function isStretch(time: TimeModel | undefined): boolean {
    const selection = time?.selection;
    return selection !== undefined && selection.end > selection.start;
}

/** Where letters are commands: in a trace tab, but not in a text field. */
@injectable()
export class TimelineLettersContext implements KeybindingContext {
    readonly id: string = LETTERS_CONTEXT;

    isEnabled(): boolean {
        return (
            focusIn('.tmll-trace-tab') &&
            !focusIn('input[type=search], input[type=text], textarea, select, .theia-input')
        );
    }
}

/** Where arrows move along the time axis: not in what has a use for them itself. */
@injectable()
export class TimelineArrowsContext extends TimelineLettersContext {
    override readonly id: string = ARROWS_CONTEXT;

    override isEnabled(): boolean {
        return super.isEnabled() && !focusIn('[role=tree], [role=grid], [role=menu], [role=separator]');
    }
}

function focusIn(selector: string): boolean {
    return document.activeElement?.closest(selector) !== null && document.activeElement !== null;
}
