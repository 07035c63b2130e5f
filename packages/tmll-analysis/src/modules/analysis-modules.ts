import { AnalysisModule } from './analysis-module';
import { anomaliesModule } from './anomalies-module';
import { changePointsModule } from './change-points-module';
import { correlateModule } from './correlate-module';
import { explainModule } from './explain-module';
import { lagModule } from './lag-module';
import { memoryLeaksModule } from './memory-leaks-module';

/** All analyses, in the order in which they are offered. */
export const ANALYSIS_MODULES: readonly AnalysisModule[] = [
    anomaliesModule,
    changePointsModule,
    correlateModule,
    lagModule,
    explainModule,
    memoryLeaksModule
];
