import { Clock } from './clock';

/**
 * What the metadata says about a trace's fields, resolved and checked, whatever notation it was written in: TSDL (CTF 1.8)
 * today. Sizes and alignments are in bits; alignments are powers of two.
 *
 * Objects are not shared between two places of the layout, so a field class also identifies the field.
 */
export type FieldClass =
    | IntegerClass
    | FloatClass
    | StringClass
    | EnumerationClass
    | StructureClass
    | VariantClass
    | ArrayClass
    | SequenceClass;

export type ByteOrder = 'little' | 'big';

export interface IntegerClass {
    readonly kind: 'integer';
    /** 1 to 64. */
    readonly size: number;
    readonly alignment: number;
    readonly signed: boolean;
    readonly byteOrder: ByteOrder;
    /** Base in which the tracer wants it shown: 2, 8, 10 or 16. */
    readonly base: number;
    /** Is it a character of a text? Arrays and sequences of 8-bit ones are strings then. */
    readonly text: boolean;
    /** The clock whose value it holds. */
    readonly clock: Clock | undefined;
}

export interface FloatClass {
    readonly kind: 'float';
    /** IEEE 754 binary16, binary32 or binary64. */
    readonly size: 16 | 32 | 64;
    readonly alignment: number;
    readonly byteOrder: ByteOrder;
}

/** Text up to a zero byte. */
export interface StringClass {
    readonly kind: 'string';
    readonly alignment: 8;
}

export interface EnumerationClass {
    readonly kind: 'enumeration';
    readonly integer: IntegerClass;
    readonly mappings: readonly EnumerationMapping[];
}

/** A label and the values it stands for, both bounds included. */
export interface EnumerationMapping {
    readonly label: string;
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
    /** As a user sees it: without the underscore that LTTng puts before every name. */
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
    readonly ranges: readonly { readonly low: bigint; readonly high: bigint }[];
}

export interface ArrayClass {
    readonly kind: 'array';
    readonly length: number;
    readonly element: FieldClass;
}

export interface SequenceClass {
    readonly kind: 'sequence';
    readonly length: FieldReference;
    readonly element: FieldClass;
}

/** The integer or enumeration, decoded earlier, that selects an option or holds a length. */
export interface FieldReference {
    readonly scope: Scope;
    readonly target: IntegerClass | EnumerationClass;
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

/** Alignment of a field in bits. */
export function alignmentOf(fieldClass: FieldClass): number {
    switch (fieldClass.kind) {
        case 'enumeration':
            return fieldClass.integer.alignment;
        case 'array':
        case 'sequence':
            return alignmentOf(fieldClass.element);
        case 'variant':
            // The option chosen aligns itself.
            return 1;
        default:
            return fieldClass.alignment;
    }
}

/** Is an array or sequence of this element a text? Its characters are whole bytes then (CTF 1.8.3, section 4.2.5). */
export function isTextElement(element: FieldClass): boolean {
    return element.kind === 'integer' && element.text && element.size === 8 && element.alignment === 8;
}
