import { Clock } from './clock';

/**
 * What the metadata says about a trace's fields, resolved and checked, whatever notation it was written in: TSDL (CTF 1.8)
 * or JSON (CTF 2). Sizes and alignments are in bits; alignments are powers of two.
 *
 * Objects are not shared between two places of the layout, so a field class also identifies the field.
 */
export type FieldClass =
    | IntegerClass
    | VariableIntegerClass
    | FloatClass
    | StringClass
    | BlobClass
    | EnumerationClass
    | StructureClass
    | VariantClass
    | OptionalClass
    | ArrayClass
    | SequenceClass;

export type ByteOrder = 'little' | 'big';

export interface IntegerClass {
    readonly kind: 'integer';
    /** 1 to 64 in CTF 1.8; CTF 2 has longer ones. */
    readonly size: number;
    readonly alignment: number;
    readonly signed: boolean;
    readonly byteOrder: ByteOrder;
    /** Do its bits come in the order opposite to the byte order's? Only CTF 2 has such (`bit-order`). */
    readonly reversed?: boolean;
    /** Base in which the tracer wants it shown: 2, 8, 10 or 16. */
    readonly base: number;
    /** Is it a character of a text? Arrays and sequences of 8-bit ones are strings then. */
    readonly text: boolean;
    /** The clock whose value it holds. */
    readonly clock: Clock | undefined;
    readonly roles?: readonly Role[];
}

/** An integer in LEB128: as many bytes as it needs, seven bits in each. */
export interface VariableIntegerClass {
    readonly kind: 'variable-integer';
    readonly alignment: 8;
    readonly signed: boolean;
    readonly base: number;
    readonly clock: Clock | undefined;
    readonly roles?: readonly Role[];
}

/** An integer of either length. */
export type AnyIntegerClass = IntegerClass | VariableIntegerClass;

export interface FloatClass {
    readonly kind: 'float';
    /** Bits of an IEEE 754 binary format: 16, 32, 64, in CTF 2 also 128 and further multiples of 32. */
    readonly size: number;
    readonly alignment: number;
    readonly byteOrder: ByteOrder;
    readonly reversed?: boolean;
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

export interface StringClass {
    readonly kind: 'string';
    readonly alignment: 8;
    readonly encoding: TextEncoding;
    /** Its bytes: up to a zero character, or so many, of which a zero character may end it earlier. */
    readonly length: 'terminated' | number | FieldReference;
}

/** Bytes without meaning to us. */
export interface BlobClass {
    readonly kind: 'blob';
    readonly alignment: 8;
    /** In bytes. */
    readonly length: number | FieldReference;
    readonly roles?: readonly Role[];
}

export interface EnumerationClass {
    readonly kind: 'enumeration';
    readonly integer: AnyIntegerClass;
    readonly mappings: readonly EnumerationMapping[];
    /** Do the mappings name bits, from 0 for the lowest, instead of values? */
    readonly bitMap?: boolean;
}

/** A label and the values it stands for, both bounds included. */
export interface EnumerationMapping extends IntegerRange {
    readonly label: string;
}

/** Both bounds included. */
export interface IntegerRange {
    readonly low: bigint;
    readonly high: bigint;
}

export interface StructureClass {
    readonly kind: 'structure';
    /** The largest of its members' and of its own minimum. */
    readonly alignment: number;
    readonly members: readonly Member[];
}

export interface Member {
    /** As a user sees it: without the underscore that LTTng puts before every name in CTF 1.8. */
    readonly name: string;
    /** As written in the metadata, by which paths find it. */
    readonly declaredName: string;
    readonly fieldClass: FieldClass;
}

export interface VariantClass {
    readonly kind: 'variant';
    readonly tag: FieldReference;
    readonly options: readonly VariantOption[];
}

export interface VariantOption extends Member {
    /** Values of the tag that select this option. */
    readonly ranges: readonly IntegerRange[];
}

/** A field that is there for some values of another one only. */
export interface OptionalClass {
    readonly kind: 'optional';
    readonly selector: FieldReference;
    readonly ranges: readonly IntegerRange[];
    readonly fieldClass: FieldClass;
}

export interface ArrayClass {
    readonly kind: 'array';
    readonly length: number;
    readonly element: FieldClass;
    /** At least; its element may ask for more. */
    readonly alignment?: number;
}

export interface SequenceClass {
    readonly kind: 'sequence';
    readonly length: FieldReference;
    readonly element: FieldClass;
    readonly alignment?: number;
}

/** A field whose value decides on others. */
export type ReferredClass = AnyIntegerClass | EnumerationClass;

/**
 * The integer or enumeration, decoded earlier, that selects an option or holds a length. Several where it lies in a
 * variant: the one that was decoded last counts.
 */
export interface FieldReference {
    readonly scope: Scope;
    readonly targets: readonly ReferredClass[];
}

/** The parts of a packet and an event that metadata describes, in the order in which they are decoded. */
export const SCOPES = [
    'packet-header',
    'packet-context',
    'event-header',
    'stream-event-context',
    'event-context',
    'event-payload'
] as const;

export type Scope = (typeof SCOPES)[number];

/** What a field of a packet's header or context says of the packet. */
export type PacketRole =
    | 'magic'
    | 'metadata-uuid'
    | 'stream-class'
    | 'stream'
    | 'packet-size'
    | 'content-size'
    | 'begin'
    | 'end'
    | 'discarded'
    | 'sequence'
    | 'cpu';

/** What a field tells a reader. */
export type Role = PacketRole | 'event-class' | 'time';

/** Alignment of a field in bits. */
export function alignmentOf(fieldClass: FieldClass): number {
    switch (fieldClass.kind) {
        case 'enumeration':
            return fieldClass.integer.alignment;
        case 'array':
        case 'sequence':
            return Math.max(fieldClass.alignment ?? 1, alignmentOf(fieldClass.element));
        case 'variant':
        case 'optional':
            // What is chosen aligns itself.
            return 1;
        default:
            return fieldClass.alignment;
    }
}

/** Is an array or sequence of this element a text? Its characters are whole bytes then (CTF 1.8.3, section 4.2.5). */
export function isTextElement(element: FieldClass): boolean {
    return element.kind === 'integer' && element.text && element.size === 8 && element.alignment === 8;
}
