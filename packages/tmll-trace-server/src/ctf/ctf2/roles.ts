import { Role, Scope } from '../metadata/field-class';
import { JsonObject } from './json-object';

/** The roles that fields of a scope can have (CTF2-SPEC-2.0, sections 5.6.1 and 5.8.1). */
const ROLES: Readonly<Partial<Record<Scope, Readonly<Record<string, Role>>>>> = {
    'packet-header': {
        'packet-magic-number': 'magic',
        'metadata-stream-uuid': 'metadata-uuid',
        'trace-class-uuid': 'metadata-uuid',
        'data-stream-class-id': 'stream-class',
        'data-stream-id': 'stream'
    },
    'packet-context': {
        'packet-total-length': 'packet-size',
        'packet-content-length': 'content-size',
        'default-clock-timestamp': 'begin',
        'packet-end-default-clock-timestamp': 'end',
        'discarded-event-record-counter-snapshot': 'discarded',
        'packet-sequence-number': 'sequence'
    },
    'event-header': {
        'default-clock-timestamp': 'time',
        'event-record-class-id': 'event-class'
    }
};
const TIMES: readonly Role[] = ['begin', 'end', 'time'];

/**
 * The roles of a field. That of the CPU has no name in CTF 2; tracers call the field `cpu_id` as ever.
 *
 * @param clocked whether its stream has a clock: times mean nothing without
 */
export function rolesOf(field: JsonObject, name: string, scope: Scope, clocked: boolean): Role[] {
    const known = ROLES[scope] ?? {};
    const roles = field
        .array('roles')
        .map(role => (typeof role === 'string' && Object.hasOwn(known, role) ? known[role] : undefined))
        .filter(role => role !== undefined)
        .filter(role => clocked || !TIMES.includes(role));
    return scope === 'packet-context' && name === 'cpu_id' ? [...roles, 'cpu'] : roles;
}
