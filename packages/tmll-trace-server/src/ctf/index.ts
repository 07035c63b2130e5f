export { openCtfTrace, openCtfTraces } from './open-traces';
export { searchTraces } from './trace-folders';
export { findTraces as findCtfTraces } from './trace-parts';
