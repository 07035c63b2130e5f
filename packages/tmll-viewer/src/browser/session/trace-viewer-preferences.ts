import { nls } from '@theia/core/lib/common/nls';
import { PreferenceSchema } from '@theia/core/lib/common/preferences';

/** Where a trace server is that nobody runs for the user. */
export const SERVER_URL_PREFERENCE = 'traceViewer.serverUrl';

export const DEFAULT_SERVER_URL = 'http://localhost:8080/tsp/api';

export const traceViewerPreferenceSchema: PreferenceSchema = {
    properties: {
        [SERVER_URL_PREFERENCE]: {
            type: 'string',
            default: DEFAULT_SERVER_URL,
            description: nls.localize(
                'tmll/viewer/preference/serverUrl',
                'Where the trace server speaks the Trace Server Protocol, when the application does not run one itself.'
            )
        }
    }
};
