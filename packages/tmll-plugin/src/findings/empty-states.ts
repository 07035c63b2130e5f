import { CommonCommands, PlainCommands } from '../commands';
import type { ListState } from './finding-list';

/** Something to do, as a row of the tree. */
export interface ActionNode {
    readonly title: string;
    readonly icon: string;
    readonly command: string;
}

/** What the view says instead of findings, and what can be done about it. */
export interface EmptyState {
    readonly message: string;
    readonly actions: readonly ActionNode[];
}

const ANALYZE_TRACE = { title: 'Analyze Trace', icon: 'beaker', command: PlainCommands.analyzeTrace };
const ANALYZE_SELECTION = { title: 'Analyze Selection', icon: 'selection', command: PlainCommands.analyzeSelection };

/**
 * What stands in the view while there are no findings. Not `viewsWelcome`: Theia 1.74 never shows the tree of a view that was hidden
 * behind another one and has welcome content when its data comes.
 * @param error why the findings could not be read, when they could not
 */
export function emptyState(state: ListState, error = ''): EmptyState {
    switch (state) {
        case 'noTrace':
            return {
                message:
                    'TMLL looks for what is unusual in a trace: anomalies, memory leaks, changes, what moves together. ' +
                    'Open a trace in the Trace Viewer to begin.',
                actions: [{ title: 'Open Trace', icon: 'folder-opened', command: 'openedTraces.openTrace' }]
            };
        case 'loading':
            return { message: 'Reading what is known of this trace…', actions: [] };
        case 'notAnalyzed':
            return {
                message:
                    'This trace has not been analyzed yet. All analyses that apply run with their defaults; what they find appears ' +
                    'here and on the charts. To look at a part of it only, drag over a chart first.',
                actions: [ANALYZE_TRACE, ANALYZE_SELECTION]
            };
        case 'failed':
            return {
                message: error,
                actions: [{ title: 'Show Log', icon: 'output', command: CommonCommands.showLog }]
            };
        case 'listed':
            return {
                message: 'Nothing stands out in this trace. The report tells what was looked at.',
                actions: [{ title: 'Show Report', icon: 'open-preview', command: PlainCommands.showReport }]
            };
    }
}
