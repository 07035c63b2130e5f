export { mergeCursors } from './merge-cursors';
export { mergeTraces } from './merged-trace';
