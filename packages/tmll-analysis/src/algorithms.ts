export * from './anomaly';
export * from './series';
export * from './statistics';
