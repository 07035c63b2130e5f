export { openCtfTrace, openCtfTraces } from './ctf';
export { findTraces, openTrace, openTraces } from './opening/open-trace';
export { type TraceServer, type TraceServerOptions, startTraceServer } from './server/trace-server';
export { mergeCursors, mergeTraces } from './trace/merge';
export { type AlignedTrace, alignTraces } from './alignment/align-traces';
export { type ClockOffset } from './alignment/clock-offset';
export { shiftTrace } from './trace/shift-trace';
export * from './trace/trace';
export { type JsonValue, RawJson, writeJson } from './server/json/write-json';
