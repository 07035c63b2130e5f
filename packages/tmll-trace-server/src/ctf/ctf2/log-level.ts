import { JsonObject } from './json-object';

/** The levels of LTTng and babeltrace2 from the gravest on; their numbers are their places. */
const LEVELS = [
    'emergency',
    'alert',
    'critical',
    'error',
    'warning',
    'notice',
    'info',
    'debug:system',
    'debug:program',
    'debug:process',
    'debug:module',
    'debug:unit',
    'debug:function',
    'debug:line',
    'debug'
];
/** Whose attributes tell the level of an event. */
const NAMESPACES = ['lttng.org,2009', 'babeltrace.org,2020'];

/** The log level of an event record class, which CTF 2 itself does not know; undefined when no attribute tells it. */
export function logLevelOf(fragment: JsonObject): number | undefined {
    const attributes = fragment.value('attributes') ?? fragment.value('user-attributes');
    for (const namespace of NAMESPACES) {
        const level = property(property(attributes, namespace), 'log-level');
        if (typeof level === 'number') {
            return level;
        }
        const index = LEVELS.indexOf(String(level));
        if (index >= 0) {
            return index;
        }
    }
    return undefined;
}

function property(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined;
}
