import { inject, injectable } from '@theia/core/shared/inversify';
import { MessageService, nls } from '@theia/core';
import { WidgetManager } from '@theia/core/lib/browser';
import type { TracePlace } from 'tmll-analysis/algorithms';
import { TraceSessionManager } from 'tmll-viewer';
import { messageOf } from '../../common/message-of';

/** By this name the viewer makes its tabs. */
const TRACE_TAB_FACTORY = 'trace-viewer';

/** Shows places of traces on their charts: the tab in sight, the series drawn, the time on screen. */
@injectable()
export class PlaceRevealer {
    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(WidgetManager)
    protected readonly widgets: WidgetManager;

    @inject(MessageService)
    protected readonly messages: MessageService;

    /** Tells the user why when it cannot be shown. */
    async reveal(experimentId: string, { startNs, endNs, series }: TracePlace): Promise<void> {
        const session = this.sessions.sessions.find(({ experiment }) => experiment.UUID === experimentId);
        if (!session) {
            this.messages.warn(nls.localize('tmll/result/traceClosed', 'Its trace is not open; open it again.'));
            return;
        }
        try {
            // Showing a tab takes the focus: only where there is none to be seen.
            if (session !== this.sessions.active || !this.isTraceInSight()) {
                await this.sessions.show(experimentId);
            }
            if (series) {
                session.showSeries(series.outputId, series.path);
            }
            session.reveal({ start: Number(startNs - session.origin), end: Number(endNs - session.origin) });
        } catch (error) {
            this.messages.error(messageOf(error));
        }
    }

    protected isTraceInSight(): boolean {
        return this.widgets.getWidgets(TRACE_TAB_FACTORY).some(({ isVisible }) => isVisible);
    }
}
