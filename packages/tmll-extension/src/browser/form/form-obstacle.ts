import { nls } from '@theia/core';
import type { ModuleDescriptor } from 'tmll-service/protocol';
import type { TraceSession } from 'tmll-viewer';
import type { RangeKind } from './analysis-range';
import type { ParsedParameters } from './parameter-values';
import type { SeriesPicker } from './series-picker';

/** What of a form decides whether it can be run. */
export interface FormState {
    readonly session: TraceSession | undefined;
    readonly module: ModuleDescriptor | undefined;
    readonly picker: Pick<SeriesPicker, 'mode' | 'choice' | 'count'>;
    readonly range: RangeKind;
    readonly parsed: ParsedParameters;
}

/** The analysis that is of a part of the trace: it compares that with the rest. */
const OF_A_PART = 'explain';

/** What keeps a form from being run, one sentence; undefined when nothing does. */
export function obstacleTo({ session, module, picker, range, parsed }: FormState): string | undefined {
    if (!session) {
        return nls.localize('tmll/form/noTrace', 'Open a trace to analyze it.');
    }
    if (!module) {
        return nls.localize('tmll/form/noModule', 'The analysis service is not ready yet.');
    }
    if (module.id === OF_A_PART && range === 'trace') {
        return nls.localize(
            'tmll/form/noPart',
            'Choose what is on screen, or mark the part to explain: drag over a chart.'
        );
    }
    return (
        seriesObstacle(module, picker, parsed) ??
        (Object.keys(parsed.errors).length > 0
            ? nls.localize('tmll/form/invalid', 'Correct the marked parameters.')
            : undefined)
    );
}

function seriesObstacle(
    { looksAt }: ModuleDescriptor,
    { mode, choice, count }: FormState['picker'],
    { parameters }: ParsedParameters
): string | undefined {
    if (looksAt === 'pair') {
        const areNamed = Boolean(parameters.first) && Boolean(parameters.second);
        return areNamed || count === 2
            ? undefined
            : nls.localize('tmll/form/noPair', 'Choose exactly two series, or name them below.');
    }
    return looksAt === 'series' && mode !== 'fitting' && choice.size === 0
        ? nls.localize('tmll/form/noSeries', 'Choose at least one series.')
        : undefined;
}
