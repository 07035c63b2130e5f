import { codicon } from '@theia/core/lib/browser/widgets/widget';
import { Command } from '@theia/core/lib/common/command';

const CATEGORY = 'Trace';

function command(name: string, label: string, iconClass?: string): Command {
    const id = `traceViewer.${name}`;
    const category = { original: CATEGORY, key: 'tmll/viewer/command/category' };
    return Command.toLocalizedCommand(
        { id, label, category: category.original, iconClass },
        `tmll/viewer/command/${name}`,
        category.key
    );
}

/** What a user can do with traces, by keyboard, menu and command palette. */
export const TraceViewerCommands = {
    OPEN_FOLDER: command('openFolder', 'Open Trace…', codicon('folder-opened')),
    OPEN_FILE: command('openFile', 'Open Trace File…'),
    OPEN_RECENT: command('openRecent', 'Open Recent Trace…'),
    OPEN_SELECTED: command('openSelected', 'Open as Trace'),
    OPEN_SAMPLE: command('openSample', 'Open Sample Trace…'),

    ZOOM_IN: command('zoomIn', 'Zoom In'),
    ZOOM_OUT: command('zoomOut', 'Zoom Out'),
    PAN_LEFT: command('panLeft', 'Move Left'),
    PAN_RIGHT: command('panRight', 'Move Right'),
    RESET: command('reset', 'Show Whole Trace'),
    ZOOM_TO_SELECTION: command('zoomToSelection', 'Zoom to Selection'),
    CLEAR_SELECTION: command('clearSelection', 'Clear Selection'),

    MOVE_PANE_UP: command('movePaneUp', 'Move Pane Up'),
    MOVE_PANE_DOWN: command('movePaneDown', 'Move Pane Down'),
    REMOVE_PANE: command('removePane', 'Remove Pane')
};
