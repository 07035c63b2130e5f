import { anomaliesModule } from './anomalies-module';
import { AnalysisModule } from './analysis-module';
import { changePointsModule } from './change-points-module';
import { clusteringModule } from './clustering-module';
import { correlateModule } from './correlate-module';
import { explainModule } from './explain-module';
import { forecastModule } from './forecast-module';
import { idleModule } from './idle-module';
import { lagModule } from './lag-module';
import { memoryLeaksModule } from './memory-leaks-module';

/** All analyses, in the order in which they are offered. */
export const ANALYSIS_MODULES: readonly AnalysisModule[] = [
    anomaliesModule,
    memoryLeaksModule,
    changePointsModule,
    correlateModule,
    lagModule,
    explainModule,
    forecastModule,
    idleModule,
    clusteringModule
];
