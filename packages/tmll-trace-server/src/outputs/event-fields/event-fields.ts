import type { OutputEntry, XyOutput } from '../output';
import { EventTimes } from '../recording/event-times';
import { ProcessTable } from '../recording/process-table';
import type { TraceRecording } from '../recording/trace-recording';
import { FieldTable, isNumeric } from './field-table';
import { meanPerBin } from '../columns/mean-per-bin';
import { type GroupedRows, groupRows, type RowGroup } from './row-groups';

const ROOT = 'trace';

/**
 * The numeric fields of events as series: type → process → value of the field that tells series apart → field. Levels that
 * would have one line only are left out, but for the value that names what is measured.
 */
export const eventFields: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'tmll.event-fields',
        name: 'Event Fields',
        description:
            'Show the numeric fields of events as series, by process and by the field that names what an event measures',
        type: 'TREE_TIME_XY'
    },
    recorders: [EventTimes, FieldTable],
    appliesTo: types => types.some(type => type.fields.some(isNumeric)),
    tree(recording) {
        const entries: OutputEntry[] = [{ key: ROOT, labels: [recording.name], hasData: false }];
        for (const grouped of groupedTypes(recording)) {
            entries.push(...entriesOf(grouped, recording.of(ProcessTable)));
        }
        return { headers: [], entries };
    },
    series(recording, key, sampling) {
        const found = find(recording, key);
        if (!found) {
            return undefined;
        }
        const { table, group, field } = found;
        const path = pathOf(group, table.fields.length > 1 ? field.name : undefined, recording.of(ProcessTable));
        const labels = [recording.name, table.type.name, ...(path.length > 0 ? path : [field.name])];
        const samples = {
            times: recording.of(EventTimes).of(table.type),
            values: field.values,
            rows: group.rows
        };
        return { name: labels.join('/'), values: meanPerBin(samples, sampling), unit: '' };
    }
};

const groupings = new WeakMap<TraceRecording, GroupedRows[]>();

/** The types that occur, with their rows in groups: found at the first question, after the pass. */
function groupedTypes(recording: TraceRecording): GroupedRows[] {
    let grouped = groupings.get(recording);
    if (!grouped) {
        const times = recording.of(EventTimes);
        grouped = recording
            .of(FieldTable)
            .types.filter(({ type }) => times.of(type).length > 0)
            .map(groupRows);
        groupings.set(recording, grouped);
    }
    return grouped;
}

function entriesOf({ table, groups }: GroupedRows, processes: ProcessTable): OutputEntry[] {
    const typeKey = String(table.type.index);
    const entries = new Map<string, OutputEntry>();
    entries.set(typeKey, { key: typeKey, parent: ROOT, labels: [table.type.name], hasData: false });
    groups.forEach((group, groupIndex) => {
        table.fields.forEach((field, fieldIndex) => {
            const several = table.fields.length > 1;
            const path = pathOf(group, several ? field.name : undefined, processes);
            const labels = path.length > 0 ? path : [field.name];
            let parent = typeKey;
            labels.forEach((label, level) => {
                const isSeries = level === labels.length - 1;
                const key = isSeries ? `${typeKey}/${groupIndex}/${fieldIndex}` : `${parent}>${label}`;
                entries.set(key, { key, parent, labels: [label], hasData: isSeries });
                parent = key;
            });
        });
    });
    return [...entries.values()];
}

/** The labels of a series below its event type. */
function pathOf({ process, split }: RowGroup, field: string | undefined, processes: ProcessTable): string[] {
    const processLabel =
        process === undefined ? undefined : process < 0 ? 'unknown process' : processes.labelOf(process);
    return [processLabel, split, field].filter(label => label !== undefined);
}

function find(recording: TraceRecording, key: string) {
    const [type, group, field] = key.split('/').map(Number);
    const grouped = groupedTypes(recording).find(({ table }) => table.type.index === type);
    const found = grouped && { table: grouped.table, group: grouped.groups[group], field: grouped.table.fields[field] };
    return found?.group && found.field ? found : undefined;
}
