export * from './common/tmll-server';
