export * from './restart-policy';
export * from './service-http';
