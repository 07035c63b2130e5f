import { type ChunkArray, kindOf, Page } from '../../columns/pages';
import { isPacking, type KnownClass, knownClasses, type PackingClass } from './known-classes';

/**
 * What stands for an object that is not plain: `a` an array and `g` a page of a column, by their numbers; `x` one that both sides have, by its number; `c` an instance of a known class, by
 * its number, with its fields or what it packed itself into; `m` a map as keys and values in turn; `s` the elements of a set; `o` the members of a plain object.
 */
export type Encoded =
    | { readonly a: number }
    | { readonly g: number }
    | { readonly x: number }
    | { readonly c: number; readonly f: Record<string, unknown> }
    | { readonly c: number; readonly p: unknown }
    | { readonly m: unknown[] }
    | { readonly s: unknown[] }
    | { readonly o: Record<string, unknown> };

/**
 * Turns objects that refer to each other, in whatever way, into plain ones that can be written with `v8.serialize`, and arrays beside
 * them. What is one object stays one.
 */
export class GraphEncoder {
    /** The arrays that were met, of all sizes, and the pages. */
    readonly arrays: ChunkArray[] = [];
    readonly pages: Page<ChunkArray>[] = [];
    private readonly encoded = new Map<object, unknown>();
    private readonly classes = new Map(knownClasses.map(({ prototype }, index) => [prototype, index]));

    /** @param shared objects that the other side has, by number */
    constructor(private readonly shared: ReadonlyMap<object, number>) {}

    /** The fields of an instance that are to be kept. @throws TypeError for what cannot be kept: functions, unknown classes */
    fields(instance: object, { transient = [] }: KnownClass): Record<string, unknown> {
        return this.members(instance, transient);
    }

    private encode(value: unknown): unknown {
        if (typeof value === 'function' || typeof value === 'symbol') {
            throw new TypeError(`A ${typeof value} cannot be kept.`);
        }
        if (typeof value !== 'object' || value === null) {
            return value;
        }
        const number = this.shared.get(value);
        if (number !== undefined) {
            return { x: number };
        }
        return this.encoded.get(value) ?? this.encodeObject(value);
    }

    /** Notes what stands for an object before what it refers to, which may be the object itself. */
    private encodeObject(value: object): unknown {
        if (ArrayBuffer.isView(value)) {
            kindOf(value);
            return this.note(value, { a: this.arrays.push(value as ChunkArray) - 1 });
        }
        if (value instanceof Page) {
            return this.note(value, { g: this.pages.push(value as Page<ChunkArray>) - 1 });
        }
        if (Array.isArray(value)) {
            const list: unknown[] = [];
            this.encoded.set(value, list);
            value.forEach((element: unknown, index) => (list[index] = this.encode(element)));
            return list;
        }
        if (value instanceof Map) {
            const m: unknown[] = [];
            this.encoded.set(value, { m });
            value.forEach((element: unknown, key: unknown) => m.push(this.encode(key), this.encode(element)));
            return this.encoded.get(value);
        }
        if (value instanceof Set) {
            const s: unknown[] = [];
            this.encoded.set(value, { s });
            value.forEach((element: unknown) => s.push(this.encode(element)));
            return this.encoded.get(value);
        }
        const prototype = Object.getPrototypeOf(value) as object;
        const c = this.classes.get(prototype);
        const known = c === undefined ? undefined : knownClasses[c];
        if (c === undefined || !known) {
            if (prototype !== Object.prototype) {
                throw new TypeError(`A ${value.constructor.name} cannot be kept.`);
            }
            const members: Record<string, unknown> = {};
            this.note(value, { o: members });
            Object.assign(members, this.members(value, []));
        } else if (isPacking(known)) {
            this.note(value, { c, p: this.encode((value as PackingClass['prototype']).pack()) });
        } else {
            const members: Record<string, unknown> = {};
            this.note(value, { c, f: members });
            Object.assign(members, this.members(value, known.transient ?? []));
        }
        return this.encoded.get(value);
    }

    private note(value: object, encoded: Encoded): Encoded {
        this.encoded.set(value, encoded);
        return encoded;
    }

    private members(value: object, transient: readonly string[]): Record<string, unknown> {
        return Object.fromEntries(
            Object.entries(value)
                .filter(([name]) => !transient.includes(name))
                .map(([name, member]) => [name, this.encode(member)])
        );
    }
}
