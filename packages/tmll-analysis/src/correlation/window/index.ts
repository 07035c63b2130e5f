export * from './change';
export * from './interpret';
export * from './onset';
export * from './plots';
export * from './rank-causes';
export * from './window-findings';
export * from './window-result';
export * from './window-schema';
