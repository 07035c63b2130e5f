/**
 * The syntax tree of TSDL, the language of CTF 1.8 metadata (CTF 1.8.3, section C). It says what was written, not what it
 * means: names are unresolved, attributes unchecked.
 */

/** Where something begins in the metadata text, both from 1. */
export interface SourcePosition {
    readonly line: number;
    readonly column: number;
}

/** A literal, or names joined by dots such as `clock.monotonic.value`. */
export type Value =
    | { readonly kind: 'integer'; readonly value: bigint; readonly at: SourcePosition }
    | { readonly kind: 'string'; readonly value: string; readonly at: SourcePosition }
    | { readonly kind: 'path'; readonly names: readonly string[]; readonly at: SourcePosition };

/** `size = 32;` */
export interface Assignment {
    readonly kind: 'assignment';
    readonly name: string;
    readonly value: Value;
    readonly at: SourcePosition;
}

/** `packet.header := struct { … };` */
export interface TypeAssignment {
    readonly kind: 'type-assignment';
    readonly name: string;
    readonly type: TypeSpecifier;
    readonly at: SourcePosition;
}

/** `typealias integer { … } := uint8_t;` and `typedef integer { … } uint8_t[4];` */
export interface AliasDeclaration {
    readonly kind: 'alias';
    readonly name: string;
    readonly type: TypeSpecifier;
    readonly dimensions: readonly Dimension[];
    readonly at: SourcePosition;
}

/** A field of a structure or an option of a variant; the name is undefined for an anonymous one. */
export interface FieldDeclaration {
    readonly kind: 'field';
    readonly name: string | undefined;
    readonly type: TypeSpecifier;
    readonly dimensions: readonly Dimension[];
    readonly at: SourcePosition;
}

/** A type named by its own declaration: `struct packet_context { … };` */
export interface TypeDeclaration {
    readonly kind: 'type';
    readonly type: TypeSpecifier;
    readonly at: SourcePosition;
}

/** What stands between the brackets of `x[…]`: a number of elements, or the path of the field that holds it. */
export type Dimension = Extract<Value, { kind: 'integer' | 'path' }>;

/** Any of the type declarations that may stand at the top, in a block and in a structure. */
export type Declaration = AliasDeclaration | TypeDeclaration;

/** `integer { … }`, `floating_point { … }`, `string { … }`. */
export interface ScalarSpecifier {
    readonly kind: 'integer' | 'floating_point' | 'string';
    readonly attributes: readonly Assignment[];
    readonly at: SourcePosition;
}

export interface StructureSpecifier {
    readonly kind: 'struct';
    readonly name: string | undefined;
    /** Undefined where the structure is only named. */
    readonly body: readonly (Declaration | FieldDeclaration)[] | undefined;
    /** Minimum alignment in bits: `struct { … } align(8)`. */
    readonly alignment: Extract<Value, { kind: 'integer' }> | undefined;
    readonly at: SourcePosition;
}

export interface VariantSpecifier {
    readonly kind: 'variant';
    readonly name: string | undefined;
    /** Path of the field that selects the option. */
    readonly tag: Extract<Value, { kind: 'path' }> | undefined;
    readonly body: readonly (Declaration | FieldDeclaration)[] | undefined;
    readonly at: SourcePosition;
}

/** `label = low ... high`; without bounds one more than the one before. */
export interface Enumerator {
    readonly label: string;
    readonly low: bigint | undefined;
    readonly high: bigint | undefined;
    readonly at: SourcePosition;
}

export interface EnumerationSpecifier {
    readonly kind: 'enum';
    readonly name: string | undefined;
    readonly container: TypeSpecifier | undefined;
    readonly body: readonly Enumerator[] | undefined;
    readonly at: SourcePosition;
}

/** A type alias by name: `uint32_t`, `unsigned long`, `char *`. */
export interface NamedSpecifier {
    readonly kind: 'name';
    readonly name: string;
    readonly at: SourcePosition;
}

export type TypeSpecifier =
    ScalarSpecifier | StructureSpecifier | VariantSpecifier | EnumerationSpecifier | NamedSpecifier;

/** The blocks of the top level. */
export const BLOCK_KINDS = ['trace', 'env', 'clock', 'stream', 'event', 'callsite'] as const;

/** `trace { … };` and its like. */
export interface Block {
    readonly kind: 'block';
    readonly block: (typeof BLOCK_KINDS)[number];
    readonly entries: readonly (Assignment | TypeAssignment | Declaration)[];
    readonly at: SourcePosition;
}

/** The whole metadata, in the order in which it was written. */
export type MetadataSyntax = readonly (Block | Declaration)[];
