import type { ChunkArray, Page } from '../../columns/pages';
import type { Encoded } from './graph-encoder';
import { knownClasses, type PackingClass } from './known-classes';

/** Makes of what `GraphEncoder` made the objects that there were. */
export class GraphDecoder {
    private readonly decoded = new Map<object, unknown>();

    /**
     * @param shared the objects that this side has, by number, as they were given to the encoder
     * @param arrays those that the encoder met, and the pages
     */
    constructor(
        private readonly shared: readonly object[],
        private readonly arrays: readonly ChunkArray[],
        private readonly pages: readonly Page<ChunkArray>[]
    ) {}

    /** Sets the fields of an instance; those that were not kept stay as they are. */
    restore(instance: object, fields: Record<string, unknown>): void {
        this.assign(instance, fields);
    }

    private decode(value: unknown): unknown {
        if (typeof value !== 'object' || value === null) {
            return value;
        }
        return this.decoded.get(value) ?? this.decodeObject(value);
    }

    private decodeObject(value: object): unknown {
        if (Array.isArray(value)) {
            const list = this.note<unknown[]>(value, []);
            value.forEach((element: unknown, index) => (list[index] = this.decode(element)));
            return list;
        }
        const encoded = value as Encoded;
        if ('a' in encoded) {
            return this.arrays[encoded.a];
        }
        if ('g' in encoded) {
            return this.pages[encoded.g];
        }
        if ('x' in encoded) {
            return this.shared[encoded.x];
        }
        if ('m' in encoded) {
            const map = this.note(value, new Map<unknown, unknown>());
            for (let index = 0; index < encoded.m.length; index += 2) {
                map.set(this.decode(encoded.m[index]), this.decode(encoded.m[index + 1]));
            }
            return map;
        }
        if ('s' in encoded) {
            const set = this.note(value, new Set<unknown>());
            encoded.s.forEach(element => set.add(this.decode(element)));
            return set;
        }
        if ('c' in encoded) {
            const known = knownClasses[encoded.c];
            if ('p' in encoded) {
                return this.note(value, (known as PackingClass).unpack(this.decode(encoded.p) as never));
            }
            return this.assign(this.note(value, Object.create(known.prototype) as object), encoded.f);
        }
        return this.assign(this.note<object>(value, {}), encoded.o);
    }

    private assign(target: object, members: Record<string, unknown>): object {
        for (const [name, member] of Object.entries(members)) {
            (target as Record<string, unknown>)[name] = this.decode(member);
        }
        return target;
    }

    private note<T>(value: object, made: T): T {
        this.decoded.set(value, made);
        return made;
    }
}
