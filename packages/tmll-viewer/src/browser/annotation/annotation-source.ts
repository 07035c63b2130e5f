import { Annotation } from 'tsp-typescript-client/lib/models/annotation';
import { MarkerSet } from 'tsp-typescript-client/lib/models/markerset';
import { QueryHelper, unwrap, withRequestOptions } from 'tmll-tsp';
import { TraceSession } from '../session/trace-session';
import { TimeWindow } from '../session/time-model';

/** Annotations by category, in the server's order. */
export type Annotations = ReadonlyMap<string, readonly Annotation[]>;

/** What Trace Compass, and our own server, call the bands in which the tracer lost events. */
export const LOST_EVENTS = 'Lost Events';

/** A trace server is asked for no more times at once. */
const MOST_TIMES = 8192;

/** The sets of markers that the trace server has; none when it knows no such thing. */
export async function fetchMarkerSets(
    { client, experiment }: TraceSession,
    signal: AbortSignal
): Promise<readonly MarkerSet[]> {
    const response = await withRequestOptions({ signal }, () => client.fetchMarkerSets(experiment.UUID));
    return response.getStatusCode() === 404 ? [] : (unwrap(response)?.model ?? []);
}

/** The kinds of annotations of an output; none when the server has none for it. */
export async function fetchCategories(
    { client, experiment }: TraceSession,
    outputId: string,
    markerSet: string | undefined,
    signal: AbortSignal
): Promise<readonly string[]> {
    const response = await withRequestOptions({ signal }, () =>
        client.fetchAnnotationsCategories(experiment.UUID, outputId, markerSet)
    );
    return response.getStatusCode() === 404 ? [] : (unwrap(response)?.model?.annotationCategories ?? []);
}

/**
 * Annotations of an output over a stretch of time. One answer is enough: real servers answer RUNNING for ever when there is no
 * marker set, with all that there is.
 * @param window in ns from the session's origin
 * @param pixels that it has on screen
 */
export async function fetchAnnotations(
    { client, experiment, origin }: TraceSession,
    outputId: string,
    window: TimeWindow,
    pixels: number,
    categories: readonly string[],
    markerSet: string | undefined,
    signal: AbortSignal
): Promise<Annotations> {
    const start = origin + BigInt(Math.floor(window.start));
    const end = origin + BigInt(Math.ceil(window.end));
    const query = QueryHelper.selectionTimeRangeQuery(start, end, Math.min(Math.max(pixels, 2), MOST_TIMES), [], {
        requested_marker_categories: categories,
        ...(markerSet === undefined ? {} : { requested_marker_set: markerSet })
    });
    const response = await withRequestOptions({ signal }, () =>
        client.fetchAnnotations(experiment.UUID, outputId, query)
    );
    return new Map(Object.entries(unwrap(response)?.model?.annotations ?? {}));
}
