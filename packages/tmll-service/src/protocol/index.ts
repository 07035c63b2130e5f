export * from './bridge/trace-viewer-bridge';
export * from './client';
export * from './protocol';
export * from './trace-server-settings';
export * from './user-data-folder';
