import { ConnectionHandler, RpcConnectionHandler } from '@theia/core';
import { BackendApplicationContribution } from '@theia/core/lib/node';
import { ContainerModule } from '@theia/core/shared/inversify';
import { PluginDeployerParticipant } from '@theia/plugin-ext';
import { WEBVIEW_SERVER_PATH } from '../common/webview-server';
import { ApplicationPlugins } from './application-plugins';
import { WebviewServerImpl } from './webview-server-impl';

export default new ContainerModule(bind => {
    bind(PluginDeployerParticipant).to(ApplicationPlugins).inSingletonScope();
    bind(WebviewServerImpl).toSelf().inSingletonScope();
    bind(BackendApplicationContribution).toService(WebviewServerImpl);
    bind(ConnectionHandler)
        .toDynamicValue(
            ({ container }) => new RpcConnectionHandler(WEBVIEW_SERVER_PATH, () => container.get(WebviewServerImpl))
        )
        .inSingletonScope();
});
