/** The trace servers that a service can stand in front of: its own, Trace Compass on its machine, or one that runs somewhere. */
export const TRACE_SERVER_KINDS = ['embedded', 'traceCompass', 'url'] as const;
export type TraceServerKind = (typeof TRACE_SERVER_KINDS)[number];

/** Which trace server the user wants; hosts keep each as the setting `tmll.` and its name here. */
export interface TraceServerSettings {
    readonly traceServer: TraceServerKind;
    /** Base URL of its TSP, for `url`. */
    readonly traceServerUrl: string;
    /** The executable or a folder that holds it, for `traceCompass`; empty for the one that is found. */
    readonly traceCompassPath: string;
}

/** Exit status of a service that cannot start as it was told to: to try again does not help. */
export const CANNOT_START_STATUS = 2;

/**
 * The settings as a host has them.
 * @param get the value of a setting by its name, undefined when it is not set
 * @throws Error with one sentence when a value is none that the setting can have
 */
export function readTraceServerSettings(get: (name: string) => unknown): TraceServerSettings {
    const traceServer = get('traceServer') ?? 'embedded';
    if (!isKind(traceServer)) {
        throw new Error(
            `The setting "tmll.traceServer" must be ${TRACE_SERVER_KINDS.join(' or ')}, not ${JSON.stringify(traceServer)}.`
        );
    }
    const text = (name: string): string => {
        const value = get(name) ?? '';
        if (typeof value !== 'string') {
            throw new Error(`The setting "tmll.${name}" must be a text, not ${JSON.stringify(value)}.`);
        }
        return value.trim();
    };
    return { traceServer, traceServerUrl: text('traceServerUrl'), traceCompassPath: text('traceCompassPath') };
}

/**
 * Arguments that make a service stand in front of the trace server that is wanted; none for its own.
 * @throws Error with one sentence when the address is wanted and missing, or none
 */
export function traceServerArguments(settings: TraceServerSettings): readonly string[] {
    switch (settings.traceServer) {
        case 'traceCompass':
            return [`--trace-compass=${settings.traceCompassPath || 'auto'}`];
        case 'url':
            if (settings.traceServerUrl === '') {
                throw new Error('The setting "tmll.traceServerUrl" must say where the trace server is.');
            }
            return [`--upstream=${tspBaseUrl(settings.traceServerUrl)}`];
        default:
            return [];
    }
}

/**
 * Base URL of a trace server's TSP from what a user gives: `/tsp/api` is added where no path is given.
 * @throws Error when it is not an `http:` URL
 */
export function tspBaseUrl(url: string): string {
    if (!URL.canParse(url) || new URL(url).protocol !== 'http:') {
        throw new Error(`"${url}" is no address of a trace server; give one such as http://localhost:8080/tsp/api.`);
    }
    const { origin, pathname } = new URL(url);
    const path = pathname.replace(/\/+$/, '');
    return origin + (path || '/tsp/api');
}

function isKind(value: unknown): value is TraceServerKind {
    return (TRACE_SERVER_KINDS as readonly unknown[]).includes(value);
}
