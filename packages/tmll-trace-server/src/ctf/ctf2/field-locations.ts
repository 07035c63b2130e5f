import { FieldClass, FieldReference, Member, ReferredClass, Scope, SCOPES } from '../metadata/field-class';
import { JsonObject } from './json-object';
import { MetadataError } from './metadata-error';

/** The members of each scope as far as they are declared. */
export type ScopeMembers = ReadonlyMap<Scope, readonly Member[]>;

/** Where a field location can begin. */
const ORIGINS: Readonly<Record<string, Scope>> = {
    'packet-header': 'packet-header',
    'packet-context': 'packet-context',
    'event-record-header': 'event-header',
    'event-record-common-context': 'stream-event-context',
    'event-record-specific-context': 'event-context',
    'event-record-payload': 'event-payload'
};

/** A structure on the way to a field: one that is being built, by how many are around it, or a finished one. */
type Place = { readonly depth: number } | { readonly members: readonly Member[] };

/** A structure that is being built. */
interface OpenStructure {
    readonly members: Member[];
    /** Name of the member that is being built. */
    current: string | undefined;
}

/**
 * Finds the fields that lengths and selectors are taken from (CTF2-SPEC-2.0, sections 5.3.1 and 6.4.2). A location that
 * leads through a variant can mean several fields: the one in the option that was decoded.
 */
export class FieldLocations {
    private readonly open: OpenStructure[] = [];

    constructor(
        private readonly scope: Scope,
        private readonly earlier: ScopeMembers
    ) {}

    /** Runs `build` with the members of a structure, which it fills, and a way to say which one it is at. */
    within<T>(build: (members: Member[], enter: (name: string) => void) => T): T {
        const structure: OpenStructure = { members: [], current: undefined };
        this.open.push(structure);
        try {
            return build(structure.members, name => (structure.current = name));
        } finally {
            this.open.pop();
        }
    }

    /**
     * The fields at the location that a property holds: an object, or the array of revisions before CTF2-SPEC-2.0, which
     * begins with the origin.
     */
    resolve(of: JsonObject, property: string): FieldReference {
        const where = `${of.where}/${property}`;
        const { origin, path } = readLocation(of, property);
        const scope = origin === undefined ? this.scope : ORIGINS[origin];
        if (scope === undefined) {
            throw new MetadataError(where, `"${origin}" is no origin of a field location`);
        }
        const names = path.map(name => name ?? '..').join('/');
        const start = this.start(scope, origin === undefined);
        const found = start ? this.walk([start], path) : [];
        const targets = found.filter((field): field is ReferredClass => isReferable(field));
        if (targets.length === 0) {
            throw new MetadataError(
                where,
                found.length > 0
                    ? `the field "${names}" is no integer`
                    : `no field "${names}" is declared before this place`
            );
        }
        return { scope, targets: [...new Set(targets)] };
    }

    private start(scope: Scope, relative: boolean): Place | undefined {
        if (scope === this.scope) {
            return this.open.length > 0 ? { depth: relative ? this.open.length - 1 : 0 } : undefined;
        }
        const members = SCOPES.indexOf(scope) < SCOPES.indexOf(this.scope) ? this.earlier.get(scope) : undefined;
        return members && { members };
    }

    /** @param trail the structures passed, the innermost last */
    private walk(trail: readonly Place[], path: readonly (string | null)[]): FieldClass[] {
        const [name, ...rest] = path;
        const place = trail[trail.length - 1];
        if (name === null) {
            if (trail.length > 1) {
                return this.walk(trail.slice(0, -1), rest);
            }
            return 'depth' in place && place.depth > 0 ? this.walk([{ depth: place.depth - 1 }], rest) : [];
        }
        const structure = 'depth' in place ? this.open[place.depth] : undefined;
        const members = structure?.members ?? ('members' in place ? place.members : []);
        const member = members.find(candidate => candidate.declaredName === name);
        if (!member) {
            const inside = structure?.current === name && 'depth' in place && place.depth + 1 < this.open.length;
            return inside ? this.walk([...trail, { depth: place.depth + 1 }], rest) : [];
        }
        return alternatives(member.fieldClass).flatMap(field => {
            if (rest.length === 0) {
                return [field];
            }
            return field.kind === 'structure' ? this.walk([...trail, { members: field.members }], rest) : [];
        });
    }
}

function readLocation(of: JsonObject, property: string): { origin?: string; path: (string | null)[] } {
    const isPath = (path: readonly unknown[]): path is (string | null)[] =>
        path.length > 0 &&
        path.every(name => typeof name === 'string' || name === null) &&
        path[path.length - 1] !== null;
    let origin: string | undefined;
    let path: readonly unknown[];
    if (Array.isArray(of.value(property))) {
        const [first, ...rest] = of.array(property);
        const hasOrigin = typeof first === 'string' && Object.hasOwn(ORIGINS, first) && rest.length > 0;
        origin = hasOrigin ? first : undefined;
        path = hasOrigin ? rest : [first, ...rest];
    } else {
        const location = of.object(property);
        origin = location.optionalText('origin');
        path = location.array('path');
    }
    if (!isPath(path)) {
        throw new MetadataError(`${of.where}/${property}`, 'its path must be names, or null for the structure around');
    }
    return { origin, path };
}

/** What a field can turn out to be. */
function alternatives(field: FieldClass): FieldClass[] {
    switch (field.kind) {
        case 'variant':
            return field.options.flatMap(option => alternatives(option.fieldClass));
        case 'optional':
            return alternatives(field.fieldClass);
        default:
            return [field];
    }
}

function isReferable({ kind }: FieldClass): boolean {
    return kind === 'integer' || kind === 'variable-integer' || kind === 'enumeration';
}
