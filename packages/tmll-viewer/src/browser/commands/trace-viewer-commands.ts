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

    BACK: command('back', 'Previous View'),
    FORWARD: command('forward', 'Next View'),
    GO_TO_TIME: command('goToTime', 'Go to Time…'),
    COPY_TIME: command('copyTime', 'Copy Selected Time in ns'),
    COPY_RANGE: command('copyRange', 'Copy Selected Range in ns'),

    ADD_BOOKMARK: command('addBookmark', 'Add Bookmark…'),

    COPY_CSV: command('copyCsv', 'Copy as CSV'),
    SAVE_CSV: command('saveCsv', 'Save as CSV'),
    SAVE_PNG: command('savePng', 'Save as PNG'),
    SAVE_SVG: command('saveSvg', 'Save as SVG'),

    PIN_PANE: command('pinPane', 'Keep Pane in Sight'),
    COLLAPSE_PANE: command('collapsePane', 'Collapse Pane'),
    MOVE_PANE_UP: command('movePaneUp', 'Move Pane Up'),
    MOVE_PANE_DOWN: command('movePaneDown', 'Move Pane Down'),
    REMOVE_PANE: command('removePane', 'Remove Pane')
};
