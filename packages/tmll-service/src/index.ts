export * from './protocol';
export { startService, Service, ServiceOptions } from './service/start-service';
export {
    InstalledTraceServer,
    InstallOptions,
    InstallProgress,
    installTraceServer
} from './trace-servers/trace-compass/install-trace-server';
export {
    RunningTraceServer,
    startTraceServer,
    StartTraceServerOptions
} from './trace-servers/trace-compass/start-trace-compass';
