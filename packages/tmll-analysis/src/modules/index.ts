export * from './analysis-module';
export { ANALYSIS_MODULES } from './analysis-modules';
export { anomaliesModule } from './anomalies-module';
export { AnomalyDetection, AnomalyDetectionOptions } from './anomaly-detection';
export { ChangePointAnalysis } from './change-point-analysis';
export { changePointsModule } from './change-points-module';
export { SeriesAnalysisOptions } from './series-analysis';
export { validateParameters } from './validate-parameters';
