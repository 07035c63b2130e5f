import { nls } from '@theia/core/lib/common/nls';
import { PreferenceSchema } from '@theia/core/lib/common/preferences';
import { TIME_FORMATS } from '../time/time-display';

/** Where a trace server is that nobody runs for the user. */
export const SERVER_URL_PREFERENCE = 'traceViewer.serverUrl';

export const DEFAULT_SERVER_URL = 'http://localhost:8080/tsp/api';

/** In what times are written, see `TimeFormat`. */
export const TIME_FORMAT_PREFERENCE = 'traceViewer.timeFormat';

export const traceViewerPreferenceSchema: PreferenceSchema = {
    properties: {
        [SERVER_URL_PREFERENCE]: {
            type: 'string',
            default: DEFAULT_SERVER_URL,
            description: nls.localize(
                'tmll/viewer/preference/serverUrl',
                'Where the trace server speaks the Trace Server Protocol, when the application does not run one itself.'
            )
        },
        [TIME_FORMAT_PREFERENCE]: {
            type: 'string',
            enum: [...TIME_FORMATS],
            default: 'relative',
            description: nls.localize(
                'tmll/viewer/preference/timeFormat',
                'In what times are written: since the start of the trace, as clock in UTC or where you are, or in ns since the epoch.'
            )
        }
    }
};
