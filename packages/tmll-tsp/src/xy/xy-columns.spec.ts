import { XYModel } from 'tsp-typescript-client/lib/models/xy';
import { parseJson } from '../json';
import { recordings } from '../test-support/recordings';
import { JsonBytes } from './json-bytes';
import { readXyColumns, XyColumns } from './xy-columns';

const ORIGIN = 1448652394359148425n;

const ANSWER = `{ "extra": {"deep": [1, {"a": "]}\\"\\\\"}, null, true]}, "status": "COMPLETED", "statusMessage": "Fini – é",
  "model": { "title": "T", "commonXAxis": true, "series": [
    { "xValues": [1448652394359148425, 1448652394359148426 ,\t1448652395359148425], "seriesId": 7,
      "seriesName": "a \\"quoted\\" \\u00e9 \u{1F600}", "yValues": [ 1.0, null, -2.5e-3 ], "tags": [0, 1, 0],
      "yValuesDescription": {"label": "Load", "unit": "%", "dataType": "NUMBER"},
      "xValuesDescription": {"label": "Time", "unit": "ns", "dataType": "TIMESTAMP"},
      "style": {"parentKey": null, "values": {"series-type": "scatter", "color": "#ff0000"}} },
    { "seriesId": -3, "seriesName": "", "xValues": [], "yValues": [], "unknown": -12.5e+3 }
  ] } }`;

/** Reads bytes that arrive in given pieces. */
function read(chunks: readonly Uint8Array[], origin = ORIGIN): XyColumns | undefined {
    const reading = readXyColumns(new JsonBytes(), origin);
    reading.next();
    for (const chunk of chunks) {
        const step = reading.next(chunk);
        if (step.done) {
            return step.value;
        }
    }
    return undefined;
}

const readText = (json: string): XyColumns | undefined => read([new TextEncoder().encode(json)]);

const EXPECTED = {
    status: 'COMPLETED',
    statusMessage: 'Fini – é',
    origin: ORIGIN,
    series: [
        {
            seriesId: 7,
            seriesName: 'a "quoted" é \u{1F600}',
            unit: '%',
            label: 'Load',
            dataType: 'NUMBER',
            seriesType: 'scatter',
            times: Float64Array.of(0, 1, 1e9),
            values: Float64Array.of(1, NaN, -2.5e-3)
        },
        {
            seriesId: -3,
            seriesName: '',
            unit: '',
            label: '',
            dataType: '',
            seriesType: '',
            times: new Float64Array(0),
            values: new Float64Array(0)
        }
    ]
};

describe('readXyColumns', () => {
    const bytes = new TextEncoder().encode(ANSWER);

    it('reads series whatever stands around and between them', () => {
        expect(read([bytes])).toEqual(EXPECTED);
    });

    it('gives the same when the answer is cut in two, at every byte', () => {
        for (let cut = 0; cut <= bytes.length; cut++) {
            expect({ cut, answer: read([bytes.subarray(0, cut), bytes.subarray(cut)]) }).toEqual({
                cut,
                answer: EXPECTED
            });
        }
    });

    it('gives the same when the answer arrives byte by byte', () => {
        expect(read(Array.from(bytes, (_, index) => bytes.subarray(index, index + 1)))).toEqual(EXPECTED);
    });

    it('waits for more wherever the answer ends too early', () => {
        for (let length = 0; length < bytes.length; length++) {
            expect({ length, answer: read([bytes.subarray(0, length)]) }).toEqual({ length, answer: undefined });
        }
    });

    it.each([
        ['null model', '{"status":"RUNNING","statusMessage":null,"model":null}'],
        ['null series', '{"status":"RUNNING","model":{"series":null}}'],
        ['no model', '{"status":"RUNNING"}']
    ])('takes %s as an answer without series', (_, json) => {
        expect(readText(json)).toEqual({ status: 'RUNNING', statusMessage: '', origin: ORIGIN, series: [] });
    });

    it.each([
        ['[]', 'An object or an array was expected'],
        ['{"status":"COMPLETED"]', 'Unexpected "]"'],
        ['{"status" "COMPLETED"}', 'Unexpected "\\""'],
        ['{status:1}', 'Unexpected "s"'],
        ['{}', 'has no status'],
        ['{"status":COMPLETED}', 'is not JSON'],
        ['{"a":]}', 'Unexpected "]"'],
        ['{"status":"x","model":{"series":[{"seriesName":"a"}]}}', 'undefined for its seriesId'],
        ['{"status":"x","model":{"series":[{"seriesId":1,"xValues":[1],"yValues":[]}]}}', '1 times but 0 values'],
        ['{"status":"x","model":{"series":[{"seriesId":1,"xValues":[1,,2]}]}}', 'Unexpected ","'],
        ['{"status":"x","model":{"series":[{"seriesId":1,"xValues":[1 2]}]}}', 'Unexpected "2"'],
        ['{"status":"x","model":{"series":[{"seriesId":1,"xValues":[1,]}]}}', 'Unexpected "]"'],
        ['{"status":"x","model":{"series":[{"seriesId":1,"xValues":7}]}}', 'An object or an array was expected']
    ])('refuses %s', (json, message) => {
        expect(() => readText(json)).toThrow(message);
    });

    it('does not keep a value without bound', () => {
        const reading = readXyColumns(new JsonBytes(), 0n);
        reading.next();
        reading.next(new TextEncoder().encode('{"status":"'));
        const chunk = new Uint8Array(300_000).fill(0x61);
        expect(() => Array.from({ length: 10 }, () => reading.next(chunk))).toThrow('larger than expected');
    });

    const files = recordings(/-xy(-cpu0)?\.json$/);
    (files.length > 0 ? it : it.skip)('reads what Trace Compass wrote (oracle: the client of TSP)', () => {
        for (const { name, response } of files.filter(file => file.response.includes('"model"'))) {
            const raw = parseJson(response).model as { status: string; model: unknown };
            const { series } = XYModel(raw.model as Parameters<typeof XYModel>[0]);
            const origin = series[0]?.xValues?.[0] ?? 0n;
            const answer = read([new TextEncoder().encode(response)], origin);
            expect({ name, status: answer?.status, series: answer?.series }).toEqual({
                name,
                status: raw.status,
                series: series.map(({ seriesId, seriesName, xValues = [], yValues, style, yValuesDescription }) => ({
                    seriesId,
                    seriesName,
                    unit: yValuesDescription.unit,
                    label: yValuesDescription.label,
                    dataType: yValuesDescription.dataType,
                    seriesType: style.values?.['series-type'],
                    times: Float64Array.from(xValues, time => Number(time - origin)),
                    values: Float64Array.from(yValues)
                }))
            });
        }
    });
});
