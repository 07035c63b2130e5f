export { openCtfTrace, openCtfTraces } from './open-traces';
export { findTraces } from './trace-parts';
