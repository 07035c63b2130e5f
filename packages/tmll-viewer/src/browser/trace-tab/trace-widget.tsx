import * as React from '@theia/core/shared/react';
import { Message } from '@theia/core/shared/@lumino/messaging';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { ContextMenuRenderer } from '@theia/core/lib/browser/context-menu-renderer';
import { StatefulWidget } from '@theia/core/lib/browser/shell/shell-layout-restorer';
import { ReactWidget } from '@theia/core/lib/browser/widgets/react-widget';
import { codicon } from '@theia/core/lib/browser/widgets/widget';
import { Bookmarks } from '../bookmark/bookmarks';
import { TraceViewerMenus } from '../commands/trace-viewer-menus';
import { OverlayRegistry } from '../overlay/overlay-registry';
import { OutputRendererRegistry } from '../renderer/output-renderer-registry';
import { PaneActionRegistry } from '../pane-action/pane-action-registry';
import { OpenTrace } from '../session/open-trace';
import { TraceOpener } from '../session/trace-opener';
import { TraceServerEndpoint } from '../session/trace-server-endpoint';
import { TraceSessionImpl, TraceSessionState } from '../session/trace-session-impl';
import { ChartThemeProvider } from '../theme/chart-theme';
import { TimeFormatSetting } from '../time/time-format-setting';
import { DEFAULT_TREE_WIDTH, TreeWidth } from '../timeline/tree-splitter';
import { PaneServices } from './output-pane';
import { TraceView } from './trace-view';

/** What a trace tab is made from, as JSON: its key in a saved layout. */
export const TraceWidgetOptions = Symbol('TraceWidgetOptions');
export interface TraceWidgetOptions {
    readonly paths: readonly string[];
}

/** What a trace tab keeps over a reload, as JSON. */
interface TraceWidgetState {
    readonly session?: TraceSessionState;
    readonly treeWidth: number;
}

/** A tab of the editor area with the panes of one experiment. */
@injectable()
export class TraceWidget extends ReactWidget implements StatefulWidget, PaneServices {
    static readonly FACTORY_ID = 'trace-viewer';

    @inject(TraceWidgetOptions)
    protected readonly options: TraceWidgetOptions;

    @inject(TraceOpener)
    protected readonly opener: TraceOpener;

    @inject(TraceServerEndpoint)
    protected readonly endpoint: TraceServerEndpoint;

    @inject(OutputRendererRegistry)
    readonly renderers: OutputRendererRegistry;

    @inject(OverlayRegistry)
    readonly overlays: OverlayRegistry;

    @inject(PaneActionRegistry)
    readonly actions: PaneActionRegistry;

    @inject(Bookmarks)
    readonly bookmarks: Bookmarks;

    @inject(ChartThemeProvider)
    readonly themes: ChartThemeProvider;

    @inject(TimeFormatSetting)
    readonly timeFormat: TimeFormatSetting;

    @inject(ContextMenuRenderer)
    protected readonly contextMenu: ContextMenuRenderer;

    trace: OpenTrace;
    protected treeWidth: TreeWidth;

    @postConstruct()
    protected init(): void {
        const { paths } = this.options;
        this.trace = new OpenTrace(paths, this.opener);
        this.id = `${TraceWidget.FACTORY_ID}:${paths.map(encodeURIComponent).join(',')}`;
        this.title.label = this.trace.name;
        this.title.caption = paths.join('\n');
        this.title.iconClass = codicon('pulse');
        this.title.closable = true;
        this.addClass('tmll-trace-tab');
        this.node.tabIndex = -1;
        this.scrollOptions = undefined;
        this.setTreeWidth(DEFAULT_TREE_WIDTH);
        this.toDispose.pushAll([
            this.trace,
            this.trace.onDidChange(() => this.onTraceChanged()),
            this.endpoint.onDidChange(() => this.retry())
        ]);
        this.update();
    }

    /** Opens the traces anew; what goes wrong is told in the tab. */
    retry(): void {
        this.trace.reopen().catch(() => this.update());
    }

    showMenu(session: TraceSessionImpl, outputId: string, event: React.MouseEvent<HTMLElement>): void {
        event.preventDefault();
        event.stopPropagation();
        this.contextMenu.render({
            menuPath: TraceViewerMenus.PANE_CONTEXT,
            anchor: { x: event.clientX, y: event.clientY },
            args: [{ session, outputId }],
            includeAnchorArg: false,
            context: event.currentTarget
        });
    }

    storeState(): TraceWidgetState {
        return { session: this.trace.toState(), treeWidth: this.treeWidth.width };
    }

    restoreState({ session, treeWidth }: TraceWidgetState): void {
        if (session) {
            this.trace.restore(session);
        }
        this.setTreeWidth(treeWidth);
    }

    protected setTreeWidth(width: number): void {
        this.treeWidth = { width, setWidth: next => this.setTreeWidth(next) };
        this.node.style.setProperty('--tmll-tree-width', `${width}px`);
        this.update();
    }

    protected onTraceChanged(): void {
        this.title.label = this.trace.session?.experiment.name ?? this.trace.name;
        this.update();
    }

    protected override onAfterAttach(message: Message): void {
        super.onAfterAttach(message);
        this.openWhenVisible();
    }

    protected override onAfterShow(message: Message): void {
        super.onAfterShow(message);
        this.openWhenVisible();
    }

    /** A tab that a reload has brought back opens its traces when it is first in front. */
    protected openWhenVisible(): void {
        if (this.isVisible && this.trace.state.kind === 'opening') {
            this.trace.open().catch(() => this.update());
        }
    }

    protected override onActivateRequest(message: Message): void {
        super.onActivateRequest(message);
        if (!this.node.contains(document.activeElement)) {
            this.node.focus({ preventScroll: true });
        }
    }

    protected render(): React.ReactNode {
        return (
            <TraceView
                trace={this.trace}
                services={this}
                treeWidth={this.treeWidth}
                onRetry={() => this.retry()}
                onClose={() => this.close()}
            />
        );
    }
}
