import 'uplot/dist/uPlot.min.css';
import '../../style/index.css';

import { ColorContribution } from '@theia/core/lib/browser/color-application-contribution';
import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { KeybindingContext, KeybindingContribution } from '@theia/core/lib/browser/keybinding';
import { TabBarToolbarContribution } from '@theia/core/lib/browser/shell/tab-bar-toolbar';
import { bindViewContribution } from '@theia/core/lib/browser/shell/view-contribution';
import { WidgetFactory } from '@theia/core/lib/browser/widget-manager';
import { CommandContribution } from '@theia/core/lib/common/command';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { MenuContribution } from '@theia/core/lib/common/menu';
import { PreferenceContribution } from '@theia/core/lib/common/preferences';
import { ContainerModule, interfaces } from '@theia/core/shared/inversify';
import { AnnotationProvider, LostEventsProvider } from './annotation/annotation-provider';
import { BookmarkContribution } from './bookmark/bookmark-contribution';
import { BookmarkOverlayProvider } from './bookmark/bookmark-overlay-provider';
import { Bookmarks } from './bookmark/bookmarks';
import { OpenTraceCommands } from './commands/open-trace-commands';
import { PaneCommands } from './commands/pane-commands';
import { TimeCommands } from './commands/time-commands';
import { TimelineArrowsContext, TimelineCommands, TimelineLettersContext } from './commands/timeline-commands';
import { ExplorerGroup } from './explorer/explorer-group';
import { ExplorerGroupRegistry } from './explorer/explorer-group-registry';
import { TraceExplorerContribution, TraceExplorerLayout } from './explorer/trace-explorer-contribution';
import { TraceExplorerWidget } from './explorer/trace-explorer-widget';
import { OverlayProvider } from './overlay/overlay';
import { OverlayRegistry } from './overlay/overlay-registry';
import { PaneAction } from './pane-action/pane-action';
import { PaneActionCommands } from './pane-action/pane-action-commands';
import { PaneActionRegistry } from './pane-action/pane-action-registry';
import { DataTreeOutputRenderer } from './renderer/data-tree/data-tree-output-renderer';
import { GanttOutputRenderer } from './renderer/gantt/gantt-output-renderer';
import { GenericXyOutputRenderer } from './renderer/generic-xy/generic-xy-output-renderer';
import { OutputRenderer } from './renderer/output-renderer';
import { OutputRendererRegistry } from './renderer/output-renderer-registry';
import { TableOutputRenderer } from './renderer/table/table-output-renderer';
import { TimeGraphOutputRenderer } from './renderer/time-graph/time-graph-output-renderer';
import { XyOutputRenderer } from './renderer/xy/xy-output-renderer';
import { NoSampleTraces, PreferenceTraceServerEndpoint } from './session/preference-trace-server-endpoint';
import { RecentTraces } from './session/recent-traces';
import { TraceOpener } from './session/trace-opener';
import { SampleTraces, TraceServerEndpoint } from './session/trace-server-endpoint';
import { TraceSessionManager, TraceTabs } from './session/trace-session';
import { traceViewerPreferenceSchema } from './session/trace-viewer-preferences';
import { ChartColorContribution } from './theme/chart-color-contribution';
import { ChartThemeProvider } from './theme/chart-theme';
import { ChartThemeProviderImpl } from './theme/chart-theme-provider';
import { TimeFormatSetting } from './time/time-format-setting';
import { TraceSessionManagerImpl } from './trace-tab/trace-session-manager-impl';
import { TraceWidget, TraceWidgetOptions } from './trace-tab/trace-widget';

export default new ContainerModule(bind => {
    bindMarks(bind);
    bindTraceServer(bind);
    bindSessions(bind);
    bindCharts(bind);
    bindViews(bind);
    bindCommands(bind);
});

/** What an application that runs a trace server itself binds again. */
function bindTraceServer(bind: interfaces.Bind): void {
    bind(PreferenceContribution).toConstantValue({ schema: traceViewerPreferenceSchema });
    bind(TraceServerEndpoint).to(PreferenceTraceServerEndpoint).inSingletonScope();
    bind(SampleTraces).to(NoSampleTraces).inSingletonScope();
}

function bindSessions(bind: interfaces.Bind): void {
    bind(TraceOpener).toSelf().inSingletonScope();
    bind(RecentTraces).toSelf().inSingletonScope();
    bind(TraceSessionManagerImpl).toSelf().inSingletonScope();
    bind(TraceTabs).toService(TraceSessionManagerImpl);
    bind(TraceSessionManager).toService(TraceSessionManagerImpl);
}

function bindCharts(bind: interfaces.Bind): void {
    bindContributionProvider(bind, OutputRenderer);
    bindContributionProvider(bind, OverlayProvider);
    bindContributionProvider(bind, PaneAction);
    bindContributionProvider(bind, ExplorerGroup);
    bind(ExplorerGroupRegistry).toSelf().inSingletonScope();
    bind(PaneActionRegistry).toSelf().inSingletonScope();
    bind(PaneActionCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(PaneActionCommands);
    bind(MenuContribution).toService(PaneActionCommands);
    bind(TimeFormatSetting).toSelf().inSingletonScope();
    bind(OutputRendererRegistry).toSelf().inSingletonScope();
    bind(OverlayRegistry).toSelf().inSingletonScope();
    bind(OutputRenderer).to(XyOutputRenderer).inSingletonScope();
    bind(OutputRenderer).to(TimeGraphOutputRenderer).inSingletonScope();
    for (const renderer of [
        TableOutputRenderer,
        DataTreeOutputRenderer,
        GenericXyOutputRenderer,
        GanttOutputRenderer
    ]) {
        bind<OutputRenderer>(OutputRenderer).to(renderer).inSingletonScope();
    }
    bind(ColorContribution).to(ChartColorContribution).inSingletonScope();
    bind(ChartThemeProvider).to(ChartThemeProviderImpl).inSingletonScope();
}

/** What the trace server has to mark, and what users do. */
function bindMarks(bind: interfaces.Bind): void {
    for (const provider of [LostEventsProvider, AnnotationProvider, BookmarkOverlayProvider]) {
        bind<OverlayProvider>(OverlayProvider).to(provider).inSingletonScope();
    }
    bind(Bookmarks).toSelf().inSingletonScope();
    bind(BookmarkContribution).toSelf().inSingletonScope();
    bind(CommandContribution).toService(BookmarkContribution);
    bind(MenuContribution).toService(BookmarkContribution);
    bind(ExplorerGroup).toService(BookmarkContribution);
}

function bindViews(bind: interfaces.Bind): void {
    bind(TraceWidget).toSelf();
    bind(WidgetFactory).toDynamicValue(({ container }) => ({
        id: TraceWidget.FACTORY_ID,
        createWidget: (options: TraceWidgetOptions) => {
            const child = container.createChild();
            child.bind(TraceWidgetOptions).toConstantValue(options);
            return child.get(TraceWidget);
        }
    }));
    bind(TraceExplorerWidget).toSelf();
    bind(WidgetFactory).toDynamicValue(({ container }) => ({
        id: TraceExplorerWidget.ID,
        createWidget: () => container.get(TraceExplorerWidget)
    }));
    bindViewContribution(bind, TraceExplorerContribution);
    bind(TabBarToolbarContribution).toService(TraceExplorerContribution);
    bind(TraceExplorerLayout).toSelf().inSingletonScope();
    bind(FrontendApplicationContribution).toService(TraceExplorerLayout);
}

function bindCommands(bind: interfaces.Bind): void {
    bind(OpenTraceCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(OpenTraceCommands);
    bind(MenuContribution).toService(OpenTraceCommands);
    for (const contribution of [PaneCommands, TimeCommands]) {
        bind(contribution).toSelf().inSingletonScope();
        bind(CommandContribution).toService(contribution);
        bind(MenuContribution).toService(contribution);
    }
    bind(TimelineCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(TimelineCommands);
    bind(MenuContribution).toService(TimelineCommands);
    bind(KeybindingContribution).toService(TimelineCommands);
    bind(KeybindingContext).to(TimelineLettersContext).inSingletonScope();
    bind(KeybindingContext).to(TimelineArrowsContext).inSingletonScope();
}
