export { findTraces, openCtfTrace, openCtfTraces } from './ctf';
export { type TraceServer, type TraceServerOptions, startTraceServer } from './server/trace-server';
export { mergeCursors, mergeTraces } from './trace/merge';
export * from './trace/trace';
