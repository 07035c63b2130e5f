export * from './anomaly-result';
export * from './anomaly-schema';
export * from './detect-anomalies';
export * from './detection';
export * from './detector';
export * from './detectors';
export * from './findings';
export * from './severity';
