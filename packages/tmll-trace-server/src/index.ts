export { openCtfTrace, openCtfTraces } from './ctf';
export { findTraces, openTrace, openTraces } from './opening/open-trace';
export { type TraceServer, type TraceServerOptions, startTraceServer } from './server/trace-server';
export { mergeCursors, mergeTraces } from './trace/merge';
export * from './trace/trace';
