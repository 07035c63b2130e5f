import { EventColumns } from '../events/event-columns';

/** Events of a table as `../shared/reference/memory` has them: `timestamp_ns,event_type,ptr,size,nmemb,in_ptr`. */
export interface CsvEvents {
    readonly origin: bigint;
    readonly types: readonly string[];
    readonly columns: EventColumns;
}

export function csvEvents(csv: string): CsvEvents {
    const [header, ...rows] = csv.trim().split('\n');
    const names = header.split(',');
    const cells = rows.map(row => row.split(','));
    const origin = BigInt(cells[0][0]);
    const types = [...new Set(cells.map(([, type]) => type))];
    const columns = new Map(
        names
            .slice(2)
            .map((name, at) => [
                name,
                Float64Array.from(cells, row => (row[at + 2] === '' ? NaN : Number(row[at + 2])))
            ])
    );
    return {
        origin,
        types,
        columns: {
            rows: cells.length,
            times: Float64Array.from(cells, ([ns]) => Number(BigInt(ns) - origin)),
            types: Uint16Array.from(cells, ([, type]) => types.indexOf(type)),
            column: name => columns.get(name),
            texts: []
        }
    };
}
