import { FilterContribution } from '@theia/core';
import { FrontendApplicationContribution } from '@theia/core/lib/browser';
import { ContainerModule } from '@theia/core/shared/inversify';
import { WebviewEnvironment } from '@theia/plugin-ext/lib/main/browser/webview/webview-environment';
import { IdeContributionFilter } from './ide/ide-contribution-filter';
import { IdePreferences } from './ide/ide-preferences';
import { LoopbackWebviewEnvironment } from './webview/loopback-webview-environment';

export default new ContainerModule((bind, _unbind, _isBound, rebind) => {
    bind(FilterContribution).to(IdeContributionFilter).inSingletonScope();
    bind(FrontendApplicationContribution).to(IdePreferences).inSingletonScope();
    rebind(WebviewEnvironment).to(LoopbackWebviewEnvironment).inSingletonScope();
});
