import { ContainerModule } from '@theia/core/shared/inversify';
import { ConnectionHandler, RpcConnectionHandler } from '@theia/core';
import { BackendApplicationContribution, CliContribution } from '@theia/core/lib/node';
import { DEFAULT_RESTART_POLICY, traceServerArguments } from 'tmll-service/protocol';
import { TMLL_SERVER_PATH, TmllClient, TmllServer } from '../common/tmll-server';
import { bindTraceServerPreferences } from '../common/trace-server-preferences';
import { TspProxy } from './proxy/tsp-proxy';
import { TmllServerImpl } from './rpc/tmll-server-impl';
import { ServiceConnection } from './service/service-connection';
import { ServiceLauncher, ServiceLauncherOptions } from './service/service-launcher';
import { ServiceLifecycle } from './service/service-lifecycle';
import { findServiceScript } from './service/service-script';
import { TraceServerChoice } from './service/trace-server-choice';
import { TraceServerSwitch } from './service/trace-server-switch';
import { SampleTraceFinder } from './traces/sample-trace-finder';
import { TraceArguments } from './traces/trace-arguments';

export default new ContainerModule(bind => {
    bindTraceServerPreferences(bind);
    bind(TraceServerChoice).toSelf().inSingletonScope();
    bind(TraceServerSwitch).toSelf().inSingletonScope();
    bind<ServiceLauncherOptions>(ServiceLauncherOptions)
        .toDynamicValue(({ container }) => ({
            script: () => findServiceScript(__filename),
            args: () => traceServerArguments(container.get(TraceServerChoice).settings),
            readyTimeoutMs: 30_000,
            stopTimeoutMs: 4_000,
            restart: DEFAULT_RESTART_POLICY
        }))
        .inSingletonScope();
    bind(ServiceLauncher).toSelf().inSingletonScope();
    bind(ServiceConnection).toSelf().inSingletonScope();
    bind(ServiceLifecycle).toSelf().inSingletonScope();
    bind(BackendApplicationContribution).toService(ServiceLifecycle);

    bind(TspProxy).toSelf().inSingletonScope();
    bind(BackendApplicationContribution).toService(TspProxy);

    bind(SampleTraceFinder).toSelf().inSingletonScope();
    bind(TraceArguments).toSelf().inSingletonScope();
    bind(CliContribution).toService(TraceArguments);

    bind(TmllServerImpl).toSelf().inSingletonScope();
    bind(TmllServer).toService(TmllServerImpl);
    bind(ConnectionHandler)
        .toDynamicValue(
            ({ container }) =>
                new RpcConnectionHandler<TmllClient>(TMLL_SERVER_PATH, client => {
                    const server = container.get(TmllServerImpl);
                    server.addClient(client);
                    client.onDidCloseConnection(() => server.removeClient(client));
                    return server;
                })
        )
        .inSingletonScope();
});
