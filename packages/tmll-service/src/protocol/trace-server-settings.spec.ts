import { readTraceServerSettings, traceServerArguments } from './trace-server-settings';

const argumentsFor = (settings: Readonly<Record<string, unknown>>): readonly string[] =>
    traceServerArguments(readTraceServerSettings(name => settings[name]));

describe('the settings of the trace server', () => {
    it.each([
        [{}, []],
        [{ traceServer: 'embedded', traceServerUrl: 'nonsense', traceCompassPath: '/nowhere' }, []],
        [{ traceServer: 'traceCompass' }, ['--trace-compass=auto']],
        [{ traceServer: 'traceCompass', traceCompassPath: ' /opt/tc ' }, ['--trace-compass=/opt/tc']],
        [{ traceServer: 'url', traceServerUrl: 'http://host:1' }, ['--upstream=http://host:1/tsp/api']]
    ])('%j start a service with %j', (settings, expected) => {
        expect(argumentsFor(settings)).toEqual(expected);
    });

    it.each([
        [{ traceServer: 'jaeger' }, /"tmll.traceServer" must be embedded or traceCompass or url, not "jaeger"\.$/],
        [{ traceServer: 'traceCompass', traceCompassPath: 7 }, /"tmll.traceCompassPath" must be a text, not 7\.$/],
        [{ traceServer: 'url' }, /"tmll.traceServerUrl" must say where the trace server is\.$/],
        [{ traceServer: 'url', traceServerUrl: 'file:///etc' }, /"file:\/\/\/etc" is no address of a trace server/]
    ])('%j are refused in one sentence', (settings, message) => {
        expect(() => argumentsFor(settings)).toThrow(message);
    });
});
