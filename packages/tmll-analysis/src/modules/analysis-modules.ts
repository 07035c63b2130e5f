import { anomaliesModule } from './anomalies-module';
import { AnalysisModule } from './analysis-module';
import { changePointsModule } from './change-points-module';

/** All analyses, in the order in which they are offered. */
export const ANALYSIS_MODULES: readonly AnalysisModule[] = [anomaliesModule, changePointsModule];
