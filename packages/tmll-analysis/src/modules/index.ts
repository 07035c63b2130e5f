export * from './analysis-module';
export { ANALYSIS_MODULES } from './analysis-modules';
export { anomaliesModule } from './anomalies-module';
export { AnomalyDetection, AnomalyDetectionOptions } from './anomaly-detection';
export { validateParameters } from './validate-parameters';
