import { SourcePosition } from '../tsdl/syntax';
import { TsdlError } from '../tsdl/tsdl-error';
import { Clock } from './clock';
import { FieldClass, StructureClass } from './field-class';

const TIMESTAMPS = new Set(['timestamp', 'timestamp_begin', 'timestamp_end']);

/**
 * Connects the timestamps of a packet context or an event header to the trace's clock where the metadata does not say so
 * (perf does not). Field classes are changed in place, since others may refer to them by identity.
 *
 * @param clocks all clocks of the trace; a 1 GHz clock is added when there is none.
 */
export function mapTimestamps(structure: StructureClass, clocks: Clock[], at: SourcePosition): void {
    for (const { name, fieldClass } of structure.members) {
        mapField(name, fieldClass, clocks, at);
    }
}

/** The clock of the first field that has one. */
export function clockOf(fieldClass: FieldClass | undefined): Clock | undefined {
    switch (fieldClass?.kind) {
        case 'integer':
            return fieldClass.clock;
        case 'enumeration':
            return clockOf(fieldClass.integer);
        case 'structure':
            return first(fieldClass.members.map(member => clockOf(member.fieldClass)));
        case 'variant':
            return first(fieldClass.options.map(option => clockOf(option.fieldClass)));
        default:
            return undefined;
    }
}

function first<T>(values: readonly (T | undefined)[]): T | undefined {
    return values.find(value => value !== undefined);
}

function mapField(name: string, fieldClass: FieldClass, clocks: Clock[], at: SourcePosition): void {
    switch (fieldClass.kind) {
        case 'structure':
            fieldClass.members.forEach(member => mapField(member.name, member.fieldClass, clocks, at));
            return;
        case 'variant':
            fieldClass.options.forEach(option => mapField(option.name, option.fieldClass, clocks, at));
            return;
        case 'enumeration':
            mapField(name, fieldClass.integer, clocks, at);
            return;
        case 'integer':
            if (TIMESTAMPS.has(name) && !fieldClass.clock) {
                (fieldClass as { clock: Clock }).clock = onlyClock(name, clocks, at);
            }
            return;
        default:
    }
}

function onlyClock(name: string, clocks: Clock[], at: SourcePosition): Clock {
    if (clocks.length > 1) {
        throw new TsdlError(`"${name}" is mapped to none of the ${clocks.length} clocks`, at);
    }
    if (clocks.length === 0) {
        clocks.push({
            name: 'default',
            frequency: 1_000_000_000n,
            offsetSeconds: 0n,
            offsetCycles: 0n,
            absolute: false,
            uuid: undefined
        });
    }
    return clocks[0];
}
