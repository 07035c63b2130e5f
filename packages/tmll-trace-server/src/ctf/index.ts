export { findTraces } from './find-traces';
export { openCtfTrace, openCtfTraces } from './open-traces';
