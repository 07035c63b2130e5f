export * from './change';
export * from './onset';
export * from './rank-causes';
export * from './window-findings';
export * from './window-result';
export * from './window-schema';
