export * from './mean-cost';
export * from './mean-variance-cost';
export * from './segment-cost';
export * from './trend-cost';
