export * from './bocpd';
export * from './change-point-result';
export * from './change-point-schema';
export * from './cost';
export * from './detect-change-points';
export * from './findings';
export * from './referenced-series';
export * from './segmentation';
