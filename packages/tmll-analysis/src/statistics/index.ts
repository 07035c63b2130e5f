export * from './finite-values';
export * from './median-absolute-deviation';
export * from './moments';
export * from './quantile';
export * from './rolling-moments';
export * from './seeded-random';
export * from './select';
