import { FilterContribution } from '@theia/core';
import { FrontendApplicationContribution } from '@theia/core/lib/browser';
import { ServiceConnectionProvider } from '@theia/core/lib/browser/messaging/service-connection-provider';
import { ContainerModule } from '@theia/core/shared/inversify';
import { WebviewEnvironment } from '@theia/plugin-ext/lib/main/browser/webview/webview-environment';
import { WEBVIEW_SERVER_PATH, WebviewServer } from '../common/webview-server';
import { IdeContributionFilter } from './ide/ide-contribution-filter';
import { IdePreferences } from './ide/ide-preferences';
import { LoopbackWebviewEnvironment } from './webview/loopback-webview-environment';

export default new ContainerModule((bind, _unbind, _isBound, rebind) => {
    bind(FilterContribution).to(IdeContributionFilter).inSingletonScope();
    bind(FrontendApplicationContribution).to(IdePreferences).inSingletonScope();
    bind(WebviewServer)
        .toDynamicValue(({ container }) => ServiceConnectionProvider.createProxy(container, WEBVIEW_SERVER_PATH))
        .inSingletonScope();
    rebind(WebviewEnvironment).to(LoopbackWebviewEnvironment).inSingletonScope();
});
