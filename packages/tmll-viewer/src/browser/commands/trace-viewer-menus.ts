import { MAIN_MENU_BAR } from '@theia/core/lib/common/menu/menu-types';

const TRACE = [...MAIN_MENU_BAR, '6_trace'];
const PANE_CONTEXT = ['trace-viewer-pane-context'];

/** Where commands on traces are found; others may add theirs. */
export const TraceViewerMenus = {
    TRACE,
    TRACE_OPEN: [...TRACE, '1_open'],
    TRACE_ANALYSE: [...TRACE, '2_analyse'],
    TRACE_NAVIGATE: [...TRACE, '3_navigate'],
    /** The context menu of a pane. Its commands are called with a `PaneTarget`. */
    PANE_CONTEXT,
    PANE_CONTEXT_ANALYSE: [...PANE_CONTEXT, '1_analyse'],
    /** Pane actions, see `PaneAction`. */
    PANE_CONTEXT_ACTIONS: [...PANE_CONTEXT, '2_actions'],
    PANE_CONTEXT_TIME: [...PANE_CONTEXT, '3_time'],
    PANE_CONTEXT_EXPORT: [...PANE_CONTEXT, '4_export'],
    PANE_CONTEXT_PANE: [...PANE_CONTEXT, '5_pane']
};
