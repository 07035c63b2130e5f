import { FieldClass, Member, Role, StructureClass } from './field-class';

/** What fields of packet headers and contexts mean in CTF 1.8, by their names (CTF 1.8.3, sections 5.1 and 5.2). */
const ROLES: Readonly<Record<string, Role>> = {
    magic: 'magic',
    uuid: 'metadata-uuid',
    stream_id: 'stream-class',
    stream_instance_id: 'stream',
    packet_size: 'packet-size',
    content_size: 'content-size',
    timestamp_begin: 'begin',
    timestamp_end: 'end',
    events_discarded: 'discarded',
    packet_seq_num: 'sequence',
    cpu_id: 'cpu'
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Marks the fields of a packet's header or context that say something of the packet; changes them in place. */
export function markPacketRoles(structure: StructureClass): StructureClass {
    for (const member of structure.members as readonly Mutable<Member>[]) {
        const role = Object.hasOwn(ROLES, member.name) ? ROLES[member.name] : undefined;
        if (role === 'metadata-uuid') {
            member.fieldClass = asUuid(member.fieldClass);
        } else if (role !== undefined) {
            markInteger(member.fieldClass, role);
        }
    }
    return structure;
}

/** Marks the id and the time of an event header, however deep in it; changes them in place. */
export function markEventRoles(structure: StructureClass): StructureClass {
    structure.members.forEach(({ name, fieldClass }) => markEvent(name, fieldClass));
    return structure;
}

function markEvent(name: string, fieldClass: FieldClass): void {
    switch (fieldClass.kind) {
        case 'structure':
            fieldClass.members.forEach(member => markEvent(member.name, member.fieldClass));
            return;
        case 'variant':
            fieldClass.options.forEach(option => markEvent(option.name, option.fieldClass));
            return;
        case 'integer':
            if (fieldClass.clock || name === 'id') {
                markInteger(fieldClass, fieldClass.clock ? 'time' : 'event-class');
            }
            return;
        case 'enumeration':
            markEvent(name, fieldClass.integer);
            return;
        default:
    }
}

/** Says what an integer, also that of an enumeration, means. */
export function markInteger(fieldClass: FieldClass, role: Role): void {
    const integer = fieldClass.kind === 'enumeration' ? fieldClass.integer : fieldClass;
    if (integer.kind === 'integer' || integer.kind === 'variable-integer') {
        (integer as Mutable<typeof integer>).roles = [role];
    }
}

/** The sixteen bytes of a UUID as one field. */
function asUuid(fieldClass: FieldClass): FieldClass {
    const bytes =
        fieldClass.kind === 'array' &&
        fieldClass.length === 16 &&
        fieldClass.element.kind === 'integer' &&
        fieldClass.element.size === 8 &&
        fieldClass.element.alignment === 8;
    return bytes ? { kind: 'blob', alignment: 8, length: 16, roles: ['metadata-uuid'] } : fieldClass;
}
