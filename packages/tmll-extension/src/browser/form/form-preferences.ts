import { nls } from '@theia/core';
import { PreferenceContribution, PreferenceSchema, PreferenceScope } from '@theia/core/lib/common/preferences';
import { interfaces } from '@theia/core/shared/inversify';

/** The user's presets: a list of `Preset`. */
export const PRESETS = 'tmll.presets';

const SCHEMA: PreferenceSchema = {
    properties: {
        [PRESETS]: {
            type: 'array',
            default: [],
            scope: PreferenceScope.User,
            description: nls.localize(
                'tmll/preferences/presets',
                'Named sets of parameters of analyses, as saved in the Analysis view.'
            ),
            items: {
                type: 'object',
                required: ['module', 'name', 'parameters'],
                properties: {
                    module: {
                        type: 'string',
                        description: nls.localize('tmll/preferences/presetModule', 'The analysis, such as "anomalies".')
                    },
                    name: { type: 'string', minLength: 1 },
                    description: {
                        type: 'string',
                        description: nls.localize('tmll/preferences/presetHint', 'When it fits, in one line.')
                    },
                    parameters: {
                        type: 'object',
                        description: nls.localize(
                            'tmll/preferences/presetParameters',
                            'The parameters that are not at their defaults, as "tmll" takes them by --set.'
                        )
                    }
                }
            }
        }
    }
};

export function bindFormPreferences(bind: interfaces.Bind): void {
    bind(PreferenceContribution).toConstantValue({ schema: SCHEMA });
}
