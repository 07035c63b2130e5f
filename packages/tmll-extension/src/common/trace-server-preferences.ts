import { nls } from '@theia/core';
import { PreferenceContribution, PreferenceSchema, PreferenceScope } from '@theia/core/lib/common/preferences';
import { interfaces } from '@theia/core/shared/inversify';
import { TRACE_SERVER_KINDS } from 'tmll-service/protocol';

/** What the keys of the trace server's preferences begin with. */
export const TRACE_SERVER_SECTION = 'tmll';

/** Which trace server reads the traces. */
export const TRACE_SERVER = `${TRACE_SERVER_SECTION}.traceServer`;
export const TRACE_SERVER_URL = `${TRACE_SERVER_SECTION}.traceServerUrl`;
export const TRACE_COMPASS_PATH = `${TRACE_SERVER_SECTION}.traceCompassPath`;

export const TRACE_SERVER_PREFERENCES: readonly string[] = [TRACE_SERVER, TRACE_SERVER_URL, TRACE_COMPASS_PATH];

/** They start programs and reach addresses: a workspace that somebody else wrote has no say in them. */
const SCHEMA: PreferenceSchema = {
    scope: PreferenceScope.User,
    properties: {
        [TRACE_SERVER]: {
            type: 'string',
            enum: [...TRACE_SERVER_KINDS],
            enumDescriptions: [
                nls.localize('tmll/preferences/embedded', "TMLL's own, which needs neither Java nor a download."),
                nls.localize('tmll/preferences/traceCompass', 'Trace Compass on this machine, started by TMLL.'),
                nls.localize('tmll/preferences/url', 'One that runs, at the address in tmll.traceServerUrl.')
            ],
            default: 'embedded',
            description: nls.localize(
                'tmll/preferences/traceServer',
                'Which trace server reads the traces. When it is changed the analysis service starts again, and open traces are opened again.'
            )
        },
        [TRACE_SERVER_URL]: {
            type: 'string',
            default: '',
            pattern: '^\\s*(http://.+)?$',
            patternErrorMessage: nls.localize(
                'tmll/preferences/traceServerUrlPattern',
                'Give an address such as http://localhost:8080/tsp/api.'
            ),
            markdownDescription: nls.localize(
                'tmll/preferences/traceServerUrl',
                'Address of a running trace server, e.g. `http://localhost:8080/tsp/api`, when `#tmll.traceServer#` is `url`. Traces are opened by their paths on its machine.'
            )
        },
        [TRACE_COMPASS_PATH]: {
            type: 'string',
            default: '',
            markdownDescription: nls.localize(
                'tmll/preferences/traceCompassPath',
                "Path of Trace Compass's trace server, or of a folder that holds it, when `#tmll.traceServer#` is `traceCompass`. Without it the one is used that `TRACE_SERVER_PATH` names, that `tmll install-trace-server` has installed, or that is in `PATH`."
            )
        }
    }
};

/** Both ends need them: windows to show them, the backend to follow them. */
export function bindTraceServerPreferences(bind: interfaces.Bind): void {
    bind(PreferenceContribution).toConstantValue({ schema: SCHEMA });
}
