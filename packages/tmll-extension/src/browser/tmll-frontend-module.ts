import { ContainerModule, interfaces } from '@theia/core/shared/inversify';
import { CommandContribution, MenuContribution } from '@theia/core';
import {
    bindViewContribution,
    FrontendApplicationContribution,
    KeybindingContribution,
    WidgetFactory
} from '@theia/core/lib/browser';
import { ServiceConnectionProvider } from '@theia/core/lib/browser/messaging/service-connection-provider';
import { Widget } from '@theia/core/shared/@lumino/widgets';
import { NotificationManager } from '@theia/messages/lib/browser/notifications-manager';
import { OverlayProvider, SampleTraces, TraceServerEndpoint, TraceSessionManager } from 'tmll-viewer';
import { TMLL_SERVER_PATH, TmllServer } from '../common/tmll-server';
import { bindTraceServerPreferences } from '../common/trace-server-preferences';
import { AnalyzeContribution } from './analyze/analyze-contribution';
import { AnalysisRerun } from './analyze/analysis-rerun';
import { bindAnalyzePreferences } from './analyze/analyze-preferences';
import { ExplainContribution } from './analyze/explain-contribution';
import { FollowUpAnalysis } from './analyze/follow-up-analysis';
import { TraceAnalysis } from './analyze/trace-analysis';
import { WindowExplanation } from './analyze/window-explanation';
import { TmllCommandContribution } from './commands/tmll-command-contribution';
import { FindingActions } from './findings/finding-actions';
import { FindingFlash } from './findings/finding-flash';
import { LaneLayout } from './findings/lane-layout';
import { FindingVerdicts } from './findings/finding-verdicts';
import { FindingList } from './findings/finding-list';
import { FindingsViewContribution } from './findings/findings-view-contribution';
import { FindingsWidget } from './findings/findings-widget';
import { AnalysisForm } from './form/analysis-form';
import { bindFormPreferences } from './form/form-preferences';
import { PresetModel } from './form/preset-model';
import { SeriesPicker } from './form/series-picker';
import { StartContribution } from './layout/start-contribution';
import { JobNotifications } from './notifications/job-notifications';
import { bindNotificationPreferences } from './notifications/notification-preferences';
import { ServiceNotifications } from './notifications/service-notifications';
import { TraceServerNotifications } from './notifications/trace-server-notifications';
import { TimedNotifications } from './notifications/timed-notifications';
import { ResultOverlayProvider } from './overlay/result-overlay-provider';
import { AnalysisViewContribution } from './panel/analysis-view-contribution';
import { AnalysisWidget } from './panel/analysis-widget';
import { HistoryActions } from './panel/history-actions';
import { PresetActions } from './panel/preset-actions';
import { ReportContribution } from './report/report-contribution';
import { ReportExport } from './report/report-export';
import { PlaceRevealer } from './result-view/place-revealer';
import { ResultOpener } from './result-view/result-opener';
import { ResultWidget, ResultWidgetOptions } from './result-view/result-widget';
import { JobModel } from './results/job-model';
import { ResultModel } from './results/result-model';
import { RunModel } from './results/run-model';
import { StaleWatch } from './results/stale-watch';
import { ShownResults } from './results/shown-results';
import { ServiceMonitor } from './service/service-monitor';
import { TmllClientImpl } from './service/tmll-client-impl';
import { StatusBarContribution } from './status/status-bar-contribution';
import { BackendSampleTraces } from './trace-server/backend-sample-traces';
import { ProxiedTraceServer } from './trace-server/proxied-trace-server';
import { FocusedTraces } from './trace-viewer/focused-traces';
import { TraceViewerLink } from './trace-viewer/trace-viewer-link';
import { TraceViewerRefresh } from './trace-viewer/trace-viewer-refresh';
import { TraceViewerServer } from './trace-viewer/trace-viewer-server';
import { TraceViewerSessions } from './trace-viewer/trace-viewer-sessions';
import { Shortcuts } from './welcome/shortcuts';
import { WelcomeContribution } from './welcome/welcome-contribution';
import { WelcomeWidget } from './welcome/welcome-widget';
import '../../style/index.css';

export default new ContainerModule((bind, _unbind, _isBound, rebind) => {
    bindService(bind);
    bind(ProxiedTraceServer).toSelf().inSingletonScope();
    rebind(TraceServerEndpoint).toService(ProxiedTraceServer);
    bind(BackendSampleTraces).toSelf().inSingletonScope();
    rebind(SampleTraces).toService(BackendSampleTraces);

    bindTraceViewer(bind);
    rebind(TraceSessionManager).toService(FocusedTraces);

    bind(JobModel).toSelf().inSingletonScope();
    bind(ShownResults).toSelf().inSingletonScope();
    bind(ResultModel).toSelf().inSingletonScope();
    bind(RunModel).toSelf().inSingletonScope();
    bind(ResultOverlayProvider).toSelf().inSingletonScope();
    bind(OverlayProvider).toService(ResultOverlayProvider);

    bind(PlaceRevealer).toSelf().inSingletonScope();
    bind(ResultOpener).toSelf().inSingletonScope();
    bindResultWidget(bind);
    bind(TraceAnalysis).toSelf().inSingletonScope();
    bindAnalyzePreferences(bind);
    bindNotificationPreferences(bind);
    bindTraceServerPreferences(bind);
    rebind(NotificationManager).to(TimedNotifications).inSingletonScope();
    bind(AnalyzeContribution).toSelf().inSingletonScope();
    for (const role of [
        CommandContribution,
        MenuContribution,
        KeybindingContribution,
        FrontendApplicationContribution
    ]) {
        bind<object>(role).toService(AnalyzeContribution);
    }

    bind(AnalysisRerun).toSelf().inSingletonScope();
    bind(FollowUpAnalysis).toSelf().inSingletonScope();
    bind(WindowExplanation).toSelf().inSingletonScope();
    bind(ExplainContribution).toSelf().inSingletonScope();
    for (const role of [CommandContribution, MenuContribution, KeybindingContribution]) {
        bind<object>(role).toService(ExplainContribution);
    }

    bindFormPreferences(bind);
    for (const part of [SeriesPicker, PresetModel, AnalysisForm, PresetActions, HistoryActions]) {
        bind<object>(part).toSelf().inSingletonScope();
    }
    bindWidget(bind, AnalysisWidget);
    bindViewContribution(bind, AnalysisViewContribution);
    bind(FindingVerdicts).toSelf().inSingletonScope();
    bind(FindingActions).toSelf().inSingletonScope();
    bind(FindingList).toSelf().inSingletonScope();
    bind(LaneLayout).toSelf().inSingletonScope();
    bind(FindingFlash).toSelf().inSingletonScope();
    bind(OverlayProvider).toService(FindingFlash);
    bindWidget(bind, FindingsWidget);
    bindViewContribution(bind, FindingsViewContribution);
    bind(Shortcuts).toSelf().inSingletonScope();
    bindWidget(bind, WelcomeWidget);
    bindViewContribution(bind, WelcomeContribution);

    bind(ReportExport).toSelf().inSingletonScope();
    bind(ReportContribution).toSelf().inSingletonScope();
    bind(CommandContribution).toService(ReportContribution);
    bind(MenuContribution).toService(ReportContribution);

    bind(TmllCommandContribution).toSelf().inSingletonScope();
    bind(CommandContribution).toService(TmllCommandContribution);
    bind(MenuContribution).toService(TmllCommandContribution);
    for (const contribution of [
        StartContribution,
        StatusBarContribution,
        JobNotifications,
        ServiceNotifications,
        TraceServerNotifications,
        StaleWatch
    ]) {
        bind<FrontendApplicationContribution>(contribution).toSelf().inSingletonScope();
        bind(FrontendApplicationContribution).toService(contribution);
    }
});

/** The line to the backend. */
function bindService(bind: interfaces.Bind): void {
    bind(TmllClientImpl).toSelf().inSingletonScope();
    bind(TmllServer)
        .toDynamicValue(({ container }) =>
            ServiceConnectionProvider.createProxy<TmllServer>(
                container,
                TMLL_SERVER_PATH,
                container.get(TmllClientImpl)
            )
        )
        .inSingletonScope();
    bind(ServiceMonitor).toSelf().inSingletonScope();
}

/** The Trace Viewer, where it runs beside our own viewer. */
function bindTraceViewer(bind: interfaces.Bind): void {
    bind(TraceViewerLink).toSelf().inSingletonScope();
    bind(CommandContribution).toService(TraceViewerLink);
    bind(TraceViewerSessions).toSelf().inSingletonScope();
    bind(FocusedTraces).toSelf().inSingletonScope();
    for (const contribution of [TraceViewerServer, TraceViewerRefresh]) {
        bind<FrontendApplicationContribution>(contribution).toSelf().inSingletonScope();
        bind(FrontendApplicationContribution).toService(contribution);
    }
    bind(FrontendApplicationContribution).toService(TraceViewerLink);
}

/** A tab for each result that is opened. */
function bindResultWidget(bind: interfaces.Bind): void {
    bind(WidgetFactory)
        .toDynamicValue(({ container }) => ({
            id: ResultWidget.ID,
            createWidget: (options: ResultWidgetOptions) => {
                const child = container.createChild();
                child.bind(ResultWidgetOptions).toConstantValue(options);
                child.bind(ResultWidget).toSelf();
                return child.get(ResultWidget);
            }
        }))
        .inSingletonScope();
}

function bindWidget(bind: interfaces.Bind, widget: interfaces.Newable<Widget> & { readonly ID: string }): void {
    bind(widget).toSelf();
    bind(WidgetFactory)
        .toDynamicValue(({ container }) => ({ id: widget.ID, createWidget: () => container.get<Widget>(widget) }))
        .inSingletonScope();
}
