export * from './protocol';
export { startService, Service, ServiceOptions } from './service/start-service';
