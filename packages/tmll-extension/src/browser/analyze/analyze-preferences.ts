import { nls } from '@theia/core';
import { PreferenceContribution, PreferenceSchema, PreferenceScope } from '@theia/core/lib/common/preferences';
import { interfaces } from '@theia/core/shared/inversify';

/** Whether a trace is analysed as soon as it is open. */
export const ANALYZE_ON_OPEN = 'tmll.analyzeOnOpen';

const SCHEMA: PreferenceSchema = {
    properties: {
        [ANALYZE_ON_OPEN]: {
            type: 'boolean',
            default: false,
            scope: PreferenceScope.Workspace,
            description: nls.localize(
                'tmll/preferences/analyzeOnOpen',
                'Run all analyses that apply as soon as a trace is open. Results that are stored already cost nothing.'
            )
        }
    }
};

export function bindAnalyzePreferences(bind: interfaces.Bind): void {
    bind(PreferenceContribution).toConstantValue({ schema: SCHEMA });
}
