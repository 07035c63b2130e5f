import { OutputView } from '../outputs/output-view';
import { anomalyOutputs } from './anomalies/anomaly-outputs';
import { changePointOutputs } from './changepoints/change-point-outputs';
import { clusterOutputs } from './cluster/cluster-outputs';
import { correlationOutputs } from './correlate/correlation-outputs';
import { explainOutputs } from './explain/explain-outputs';
import { FINDING_VIEWS } from './findings/finding-views';
import { forecastOutputs } from './forecast/forecast-outputs';
import { idleOutputs } from './idle/idle-outputs';
import { lagOutputs } from './lag/lag-outputs';
import { leakOutputs } from './leaks/leak-outputs';
import { ModuleOutputs } from './module-outputs';

/** What each analysis shows beside its findings; one folder each. */
const MODULE_OUTPUTS: readonly ModuleOutputs<never>[] = [
    anomalyOutputs,
    changePointOutputs,
    clusterOutputs,
    correlationOutputs,
    explainOutputs,
    forecastOutputs,
    idleOutputs,
    lagOutputs,
    leakOutputs
];

/** How the results of an analysis show; those of one that has no outputs of its own by their findings. */
export function outputsOf(module: string): ModuleOutputs {
    const own = MODULE_OUTPUTS.find(outputs => outputs.module === module) as ModuleOutputs | undefined;
    return { ...own, module, views: [...(own?.views ?? []), ...FINDING_VIEWS] };
}

/** A view of an analysis by its id. */
export function viewOf(module: string, id: string): OutputView | undefined {
    return outputsOf(module).views.find(view => view.id === id);
}
