import { SourcePosition } from '../tsdl/syntax';
import { TsdlError } from '../tsdl/tsdl-error';
import { FieldClass, FieldReference, Member, Scope, SCOPES } from './field-class';

const ABSOLUTE: readonly [readonly string[], Scope][] = [
    [['trace', 'packet', 'header'], 'packet-header'],
    [['stream', 'packet', 'context'], 'packet-context'],
    [['stream', 'event', 'header'], 'event-header'],
    [['stream', 'event', 'context'], 'stream-event-context'],
    [['event', 'context'], 'event-context'],
    [['event', 'fields'], 'event-payload']
];

/** The members of each scope as far as they are declared. */
export type ScopeMembers = ReadonlyMap<Scope, readonly Member[]>;

/**
 * Finds the fields that variants and sequences refer to (CTF 1.8.3, section 7.3): by absolute path, else in the
 * structures around from the inside out, else in the scopes decoded earlier, the nearest first. Only what is declared
 * before can be found.
 */
export class FieldLookup {
    private readonly enclosing: Member[][] = [];

    constructor(
        private readonly scope: Scope,
        private readonly earlier: ScopeMembers
    ) {}

    /** Runs `build` while `members`, which it fills, are visible from the inside. */
    within<T>(members: Member[], build: () => T): T {
        this.enclosing.push(members);
        try {
            return build();
        } finally {
            this.enclosing.pop();
        }
    }

    /** Throws `TsdlError` when the path leads nowhere or to what is neither an integer nor an enumeration. */
    resolve(path: readonly string[], at: SourcePosition): FieldReference {
        const found = this.absolute(path) ?? this.relative(path);
        if (!found) {
            throw new TsdlError(`no field "${path.join('.')}" is declared before this place`, at);
        }
        const { scope, target } = found;
        if (target.kind !== 'integer' && target.kind !== 'enumeration') {
            throw new TsdlError(`the field "${path.join('.')}" is neither an integer nor an enumeration`, at);
        }
        return { scope, targets: [target] };
    }

    private absolute(path: readonly string[]): { scope: Scope; target: FieldClass } | undefined {
        const match = ABSOLUTE.find(([prefix]) => prefix.every((name, index) => path[index] === name));
        if (!match) {
            return undefined;
        }
        const [prefix, scope] = match;
        const target = descend(this.membersOf(scope), path.slice(prefix.length));
        return target && { scope, target };
    }

    private relative(path: readonly string[]): { scope: Scope; target: FieldClass } | undefined {
        for (let depth = this.enclosing.length - 1; depth >= 0; depth--) {
            const target = descend(this.enclosing[depth], path);
            if (target) {
                return { scope: this.scope, target };
            }
        }
        for (let index = SCOPES.indexOf(this.scope) - 1; index >= 0; index--) {
            const target = descend(this.membersOf(SCOPES[index]), path);
            if (target) {
                return { scope: SCOPES[index], target };
            }
        }
        return undefined;
    }

    private membersOf(scope: Scope): readonly Member[] {
        return (scope === this.scope ? this.enclosing[0] : this.earlier.get(scope)) ?? [];
    }
}

function descend(members: readonly Member[], path: readonly string[]): FieldClass | undefined {
    const [name, ...rest] = path;
    const fieldClass = findMember(members, name)?.fieldClass;
    if (!fieldClass || rest.length === 0) {
        return fieldClass;
    }
    switch (fieldClass.kind) {
        case 'structure':
            return descend(fieldClass.members, rest);
        case 'variant':
            return descend(fieldClass.options, rest);
        default:
            return undefined;
    }
}

function findMember(members: readonly Member[], name: string): Member | undefined {
    return members.find(member => member.declaredName === name) ?? members.find(member => member.name === name);
}
