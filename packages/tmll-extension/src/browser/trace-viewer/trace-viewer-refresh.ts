import { inject, injectable } from '@theia/core/shared/inversify';
import { FrontendApplicationContribution } from '@theia/core/lib/browser';
import { TraceTabs } from 'tmll-viewer';
import { TmllClientImpl } from '../service/tmll-client-impl';
import { TraceViewerLink } from './trace-viewer-link';

/** Results come in bursts when a whole trace is analysed. */
const SETTLE_MS = 250;

/** Has the Trace Viewer read its lists again when there is something new in them: it does not look by itself. */
@injectable()
export class TraceViewerRefresh implements FrontendApplicationContribution {
    @inject(TraceViewerLink)
    protected readonly link: TraceViewerLink;

    @inject(TmllClientImpl)
    protected readonly client: TmllClientImpl;

    @inject(TraceTabs)
    protected readonly tabs: TraceTabs;

    protected known = '';
    protected timer: ReturnType<typeof setTimeout> | undefined;

    onStart(): void {
        this.client.onDidReceiveEvent(({ type }) => {
            if (type === 'result-added' || type === 'result-deleted') {
                this.timer ??= setTimeout(() => this.refreshViews(), SETTLE_MS);
            }
        });
        this.tabs.onDidChangeSessions(() => this.refreshTraces());
    }

    protected refreshViews(): void {
        this.timer = undefined;
        const { front } = this.link.state;
        if (front !== undefined) {
            this.link.refreshViews(front);
        }
    }

    protected refreshTraces(): void {
        const open = this.tabs.sessions.map(({ experiment }) => experiment.UUID).join();
        if (open !== this.known) {
            this.known = open;
            this.link.refreshTraces();
        }
    }
}
