import { JsonValue, RawJson, writeJson } from 'tmll-trace-server';
import { JsonText, Span } from '../json/json-text';
import { QueryParameters } from '../outputs/query-parameters';
import { SampleTimes, valuesJson } from '../outputs/sample-times';
import { TIME_AXIS } from '../outputs/time-xy-view';
import { NativeOverlay } from './current-results';
import { isOverlayId } from './overlay-ids';

/** A request for series, apart: what is the trace server's and what is ours. */
export interface SplitRequest {
    /** The body without our entries. */
    readonly body: Buffer;
    /** Number of entries left in it. */
    readonly left: number;
    /** Ids of ours that are asked for. */
    readonly own: readonly number[];
}

/** Takes our entries out of a request's `requested_items`; undefined when there are none in it. */
export function splitRequest(body: Buffer): SplitRequest | undefined {
    const json = new JsonText(body);
    const span = json.find(['parameters', 'requested_items']);
    const items = span ? json.elements(span).map(item => json.text(item)) : [];
    const own = items.map(Number).filter(isOverlayId);
    if (!span || own.length === 0) {
        return undefined;
    }
    const left = items.filter(item => !isOverlayId(Number(item)));
    return { body: json.replace([[span, `[${left.join(',')}]`]]), left: left.length, own };
}

/**
 * The series of a native chart with those of overlays, on the very times of the others: viewers place points by index. Undefined
 * when the answer has no series to go by.
 */
export function addSeries(
    answer: Buffer,
    overlays: readonly NativeOverlay[],
    parameters: QueryParameters
): Buffer | undefined {
    const json = new JsonText(answer);
    const span = json.find(['model', 'series']);
    const native = span ? json.elements(span) : [];
    const xSpan = native.length > 0 ? json.find(['xValues'], native[0]) : undefined;
    if (!span || !xSpan) {
        return undefined;
    }
    const top = Math.max(0, ...native.map(each => greatest(json, each)));
    const isScatter = seriesType(json, native[0]) === 'scatter';
    const at = isScatter ? parameters.sampleTimes : timesOf(json, xSpan);
    const xValues = isScatter ? at.toJson() : json.text(xSpan);
    if (at.length === 0) {
        return undefined;
    }
    const added = overlays.map(overlay =>
        writeJson(isScatter ? points(overlay, at, top) : series(overlay, xValues, overlay.sample(at, top), 'line'))
    );
    return json.replace([json.append(span, added)]);
}

/** The answer to a request for overlays alone, which the trace server knows nothing of. */
export function overlaysAlone(overlays: readonly NativeOverlay[], parameters: QueryParameters): JsonValue {
    const at = parameters.sampleTimes;
    const xValues = at.toJson();
    return { title: '', series: overlays.map(overlay => series(overlay, xValues, overlay.sample(at, 0), 'line')) };
}

function series({ entryId, name }: NativeOverlay, xValues: string, values: Float64Array, type: string): JsonValue {
    return {
        seriesId: entryId,
        seriesName: name,
        xValues: new RawJson(xValues),
        yValues: new RawJson(valuesJson(values)),
        style: { values: { 'series-type': type } },
        xValuesDescription: TIME_AXIS,
        yValuesDescription: { label: 'Value', unit: '', dataType: 'NUMBER' }
    };
}

/** On a chart of points there are no lines: a row of points above the others stands for a pulse. */
function points(overlay: NativeOverlay, at: SampleTimes, top: number): JsonValue {
    const values = overlay.sample(at, top);
    const up = [...values.keys()].filter(index => values[index] > 0);
    const times = new SampleTimes(
        at.first,
        Float64Array.from(up, index => at.offsets[index])
    );
    return series(
        overlay,
        times.toJson(),
        Float64Array.from(up, index => values[index]),
        'scatter'
    );
}

function timesOf(json: JsonText, span: Span): SampleTimes {
    const literals = json.text(span).slice(1, -1).split(',').filter(Boolean);
    return literals.length > 0 ? SampleTimes.of(literals.map(literal => BigInt(literal.trim()))) : NO_TIMES;
}

const NO_TIMES = new SampleTimes(0n, new Float64Array(0));

function greatest(json: JsonText, native: Span): number {
    const span = json.find(['yValues'], native);
    const values = span ? (JSON.parse(json.text(span)) as (number | null)[] | null) : null;
    return (values ?? []).reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
}

function seriesType(json: JsonText, native: Span): string {
    const span = json.find(['style', 'values', 'series-type'], native);
    return span ? json.text(span).slice(1, -1).toLowerCase() : 'line';
}
