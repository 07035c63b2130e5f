import type { EventType, FieldValue, TraceEvent } from '../../trace/trace';
import { processOf, threadOf } from '../field-access';
import { EVENT_TYPE, type Filter, FilterError, type FilterOperator } from './parse-filter';

/** Whether an event meets a condition; a boolean when all events of its type do, or none. */
export type EventTest = boolean | ((event: TraceEvent) => boolean);

type Getter = (event: TraceEvent) => FieldValue | undefined;
type ValueTest = (value: FieldValue) => boolean;

/** What every event may be asked for, in lower case; fields and contexts of the same name go before. */
const ASPECTS: Readonly<Record<string, Getter>> = {
    cpu: ({ cpu }) => (cpu < 0 ? undefined : cpu),
    channel: ({ stream }) => stream.channel,
    tid: threadOf,
    pid: processOf
};

/**
 * What a condition is for the events of a type. A comparison with something that an event has not is false, `!=` too.
 *
 * @throws FilterError for a regular expression that is none
 */
export function compileFilter(filter: Filter, type: EventType): EventTest {
    switch (filter.kind) {
        case 'not': {
            const test = compileFilter(filter.term, type);
            return typeof test === 'boolean' ? !test : event => !test(event);
        }
        case 'and':
        case 'or':
            return join(
                filter.kind === 'or',
                filter.terms.map(term => compileFilter(term, type))
            );
        case 'compare':
            return compare(filter.name, testOf(filter.operator, filter.value), type);
    }
}

/** Whether one (`deciding` true) or all (false) of several tests hold. */
function join(deciding: boolean, tests: readonly EventTest[]): EventTest {
    if (tests.includes(deciding)) {
        return deciding;
    }
    const open = tests.filter(test => typeof test !== 'boolean');
    return open.length === 0 ? !deciding : event => open.some(test => test(event) === deciding) === deciding;
}

function compare(name: string, test: ValueTest, type: EventType): EventTest {
    const getter = getterOf(name, type);
    if (!getter) {
        return [EVENT_TYPE, 'event'].includes(name.toLowerCase()) && test(type.name);
    }
    return event => {
        const value = getter(event);
        return value !== undefined && test(value);
    };
}

/** How to get something of the events of a type; undefined when they do not have it, or it is their type. */
function getterOf(name: string, { fields, context }: EventType): Getter | undefined {
    const [first, ...members] = name.split('.');
    const inside = (value: FieldValue | undefined, path: readonly string[]): FieldValue | undefined =>
        path.reduce<FieldValue | undefined>(
            (outer, member) =>
                typeof outer === 'object' && !Array.isArray(outer) && Object.hasOwn(outer, member)
                    ? (outer as Readonly<Record<string, FieldValue>>)[member]
                    : undefined,
            value
        );
    if (fields.some(field => field.name === name)) {
        return event => event.fields[name];
    }
    if (fields.some(field => field.name === first)) {
        return event => inside(event.fields[first], members);
    }
    const ofContext = first === 'context' ? members.join('.') : name;
    if (context.some(field => field.name === ofContext)) {
        return event => event.context[ofContext];
    }
    const aspect = name.toLowerCase();
    return Object.hasOwn(ASPECTS, aspect) ? ASPECTS[aspect] : undefined;
}

function testOf(operator: FilterOperator, value: string): ValueTest {
    const number = numberOf(value);
    const ordered = (holds: (difference: number) => boolean): ValueTest => {
        return found => {
            const difference = order(found, value, number);
            return difference !== undefined && holds(difference);
        };
    };
    switch (operator) {
        case '==':
            return found => isEqual(found, value, number);
        case '!=':
            return found => !isEqual(found, value, number);
        case '<':
            return ordered(difference => difference < 0);
        case '<=':
            return ordered(difference => difference <= 0);
        case '>':
            return ordered(difference => difference > 0);
        case '>=':
            return ordered(difference => difference >= 0);
        case 'contains': {
            const part = value.toLowerCase();
            return found => textsOf(found).some(text => text.toLowerCase().includes(part));
        }
        case 'matches': {
            const pattern = patternOf(value);
            return found => textsOf(found).some(text => pattern.test(text));
        }
        case 'present':
            return () => true;
    }
}

function isEqual(found: FieldValue, value: string, number: number | bigint | undefined): boolean {
    return order(found, value, number) === 0 || textsOf(found).includes(value);
}

/** Less than 0, 0, or more, as what was found is less, equal or more; undefined when they cannot be compared. */
function order(found: FieldValue, text: string, number: number | bigint | undefined): number | undefined {
    if (typeof found === 'string') {
        return found < text ? -1 : Number(found > text);
    }
    const numeric = typeof found === 'object' && 'value' in found ? found.value : found;
    if (number === undefined || (typeof numeric !== 'number' && typeof numeric !== 'bigint')) {
        return undefined;
    }
    return numeric < number
        ? -1
        : numeric > number
          ? 1
          : numeric === number || Number(numeric) === Number(number)
            ? 0
            : undefined;
}

/** The texts that stand for a value: of an enumeration its labels and its number. */
function textsOf(value: FieldValue): string[] {
    if (typeof value !== 'object') {
        return [String(value)];
    }
    if (Array.isArray(value)) {
        return value.flatMap(textsOf);
    }
    return 'labels' in value && Array.isArray(value.labels)
        ? [...(value.labels as string[]), String(value.value as number | bigint)]
        : [];
}

/** A number as it may be written: `17`, `0x1f`, `1e6`, `-0.5`; bigint beyond what a double holds exactly. */
function numberOf(text: string): number | bigint | undefined {
    if (text.trim() === '') {
        return undefined;
    }
    const number = Number(text);
    if (Number.isNaN(number)) {
        return undefined;
    }
    return /^-?\d+$|^0x[0-9a-f]+$/i.test(text) && !Number.isSafeInteger(number) ? BigInt(text) : number;
}

function patternOf(text: string): RegExp {
    try {
        return new RegExp(text);
    } catch (error) {
        throw new FilterError(`"${text}" is no regular expression.`, { cause: error });
    }
}
