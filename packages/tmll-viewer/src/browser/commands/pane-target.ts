import { TraceSession } from '../session/trace-session';

/** The pane that a command of `TraceViewerMenus.PANE_CONTEXT` is called on. */
export interface PaneTarget {
    readonly session: TraceSession;
    readonly outputId: string;
}

export function isPaneTarget(value: unknown): value is PaneTarget {
    return typeof value === 'object' && value !== null && 'session' in value && 'outputId' in value;
}
