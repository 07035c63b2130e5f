export * from './bridge/trace-viewer-bridge';
export * from './client';
export * from './protocol';
export * from './user-data-folder';
