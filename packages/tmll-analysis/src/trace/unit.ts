import { Output } from './output';

/** Units that follow from TSP's type of data. */
const UNIT_OF_DATA_TYPE: Readonly<Record<string, string>> = { BYTES: 'B', BINARY_NUMBER: 'B', DURATION: 'ns' };

/** Trace Compass leaves the unit of its charts empty; these are what its views write on the axis. */
const TRACE_COMPASS_UNITS: readonly (readonly [idPart: string, unit: string])[] = [
    ['CpuUsageDataProvider', '%'],
    ['DisksIODataProvider', 'B/s'],
    ['UstMemoryUsageDataProvider', 'B'],
    ['kernelmemoryusage', 'B'],
    ['HistogramDataProvider', 'events'],
    ['segmentstore.scatter.dataprovider', 'ns']
];

/** The unit of a series: as the server describes it, else by its type of data, else by what the output is known to show. */
export function unitOf(output: Output, described: { readonly unit: string; readonly dataType: string }): string {
    return (
        described.unit ||
        (UNIT_OF_DATA_TYPE[described.dataType] ??
            TRACE_COMPASS_UNITS.find(([idPart]) => output.id.includes(idPart))?.[1] ??
            '')
    );
}
