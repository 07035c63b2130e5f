export * from './browser/commands/pane-target';
export * from './browser/commands/trace-viewer-menus';
export * from './browser/overlay/overlay';
export * from './browser/renderer/output-renderer';
export * from './browser/session/time-model';
export * from './browser/session/trace-server-endpoint';
export * from './browser/session/trace-session';
export * from './browser/time/time-format';
