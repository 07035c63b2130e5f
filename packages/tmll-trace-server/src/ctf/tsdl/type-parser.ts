import {
    AliasDeclaration,
    Assignment,
    Declaration,
    Dimension,
    EnumerationSpecifier,
    Enumerator,
    FieldDeclaration,
    StructureSpecifier,
    TypeSpecifier,
    VariantSpecifier
} from './syntax';
import { TokenReader } from './token-reader';
import { TsdlError } from './tsdl-error';

const C_TYPE_WORDS = new Set([
    'char',
    'short',
    'int',
    'long',
    'float',
    'double',
    'signed',
    'unsigned',
    'void',
    '_Bool',
    '_Complex',
    '_Imaginary'
]);
const SCALARS = ['integer', 'floating_point', 'string'] as const;
const COMPOUNDS = ['struct', 'variant', 'enum'];

/** Deeper nesting than any tracer writes; keeps hostile metadata from exhausting the stack. */
const MAX_NESTING = 200;

/** Parses the type declarations of TSDL. */
export class TypeParser {
    private nesting = 0;

    constructor(private readonly reader: TokenReader) {}

    /** Does a typedef, typealias or named type begin here? */
    atDeclaration(): boolean {
        const compound = COMPOUNDS.some(word => this.reader.is(word));
        return this.reader.is('typealias') || this.reader.is('typedef') || (compound && !this.reader.is('=', 1));
    }

    declaration(): Declaration[] {
        const at = this.reader.at;
        if (this.reader.accept('typealias')) {
            return [this.typealias(at)];
        }
        if (this.reader.accept('typedef')) {
            return this.typedefs();
        }
        const type = this.specifier();
        this.reader.expect(';');
        return [{ kind: 'type', type, at }];
    }

    /** A type where one is used or defined. */
    specifier(): TypeSpecifier {
        const at = this.reader.at;
        this.reader.accept('const');
        if (++this.nesting > MAX_NESTING) {
            throw new TsdlError(`types are nested deeper than ${MAX_NESTING} levels`, at);
        }
        const type = this.unnested();
        this.nesting--;
        return type;
    }

    private unnested(): TypeSpecifier {
        const at = this.reader.at;
        const scalar = SCALARS.find(word => this.reader.accept(word));
        if (scalar) {
            return { kind: scalar, attributes: this.reader.is('{') ? this.attributes() : [], at };
        }
        if (this.reader.accept('struct')) {
            return this.structure(at);
        }
        if (this.reader.accept('variant')) {
            return this.variant(at);
        }
        if (this.reader.accept('enum')) {
            return this.enumeration(at);
        }
        return { kind: 'name', name: this.typeName(), at };
    }

    /** `unsigned long`, `uint32_t`: C's words, or one name of another kind. */
    private typeName(): string {
        const words: string[] = [];
        for (;;) {
            const token = this.reader.peek();
            const isWord = token.kind === 'identifier' && (C_TYPE_WORDS.has(token.text) || words.length === 0);
            if (!isWord) {
                break;
            }
            this.reader.next();
            words.push(token.text);
            if (!C_TYPE_WORDS.has(token.text)) {
                break;
            }
            this.reader.accept('const');
        }
        if (words.length === 0) {
            throw this.reader.unexpected('a type');
        }
        while (this.reader.accept('*')) {
            words.push('*');
        }
        return words.join(' ');
    }

    private attributes(): Assignment[] {
        const attributes: Assignment[] = [];
        this.reader.expect('{');
        while (!this.reader.accept('}')) {
            const at = this.reader.at;
            const name = this.reader.identifier('an attribute or "}"');
            this.reader.expect('=');
            attributes.push({ kind: 'assignment', name, value: this.reader.value(), at });
            this.reader.expect(';');
        }
        return attributes;
    }

    private structure(at: StructureSpecifier['at']): StructureSpecifier {
        const name = this.optionalName();
        const body = this.reader.is('{') ? this.fields() : undefined;
        let alignment: StructureSpecifier['alignment'];
        if (this.reader.accept('align')) {
            this.reader.expect('(');
            const alignmentAt = this.reader.at;
            alignment = { kind: 'integer', value: this.reader.integer('an alignment in bits'), at: alignmentAt };
            this.reader.expect(')');
        }
        if (name === undefined && body === undefined) {
            throw this.reader.unexpected('a name or "{" after "struct"');
        }
        return { kind: 'struct', name, body, alignment, at };
    }

    private variant(at: VariantSpecifier['at']): VariantSpecifier {
        const name = this.optionalName();
        let tag: VariantSpecifier['tag'];
        if (this.reader.accept('<')) {
            const tagAt = this.reader.at;
            tag = { kind: 'path', names: this.reader.dottedName('the path of the tag'), at: tagAt };
            this.reader.expect('>');
        }
        const body = this.reader.is('{') ? this.fields() : undefined;
        if (name === undefined && body === undefined) {
            throw this.reader.unexpected('a name or "{" after "variant"');
        }
        return { kind: 'variant', name, tag, body, at };
    }

    private enumeration(at: EnumerationSpecifier['at']): EnumerationSpecifier {
        const name = this.optionalName();
        const container = this.reader.accept(':') ? this.specifier() : undefined;
        const body = this.reader.is('{') ? this.enumerators() : undefined;
        if (name === undefined && body === undefined) {
            throw this.reader.unexpected('a name or "{" after "enum"');
        }
        return { kind: 'enum', name, container, body, at };
    }

    private enumerators(): Enumerator[] {
        const enumerators: Enumerator[] = [];
        this.reader.expect('{');
        while (!this.reader.accept('}')) {
            const token = this.reader.peek();
            if (token.kind !== 'identifier' && token.kind !== 'string') {
                throw this.reader.unexpected('a label or "}"');
            }
            this.reader.next();
            let low: bigint | undefined;
            let high: bigint | undefined;
            if (this.reader.accept('=')) {
                low = this.reader.integer('a number');
                high = this.reader.accept('...') ? this.reader.integer('the last number of the range') : low;
            }
            enumerators.push({ label: token.text, low, high, at: token.at });
            if (!this.reader.accept(',') && !this.reader.is('}')) {
                throw this.reader.unexpected('"," or "}"');
            }
        }
        return enumerators;
    }

    private fields(): (Declaration | FieldDeclaration)[] {
        const fields: (Declaration | FieldDeclaration)[] = [];
        this.reader.expect('{');
        while (!this.reader.accept('}')) {
            if (this.reader.accept(';')) {
                continue;
            }
            if (this.reader.is('typealias') || this.reader.is('typedef')) {
                fields.push(...this.declaration());
            } else {
                fields.push(...this.field());
            }
        }
        return fields;
    }

    private field(): (Declaration | FieldDeclaration)[] {
        const at = this.reader.at;
        const type = this.specifier();
        if (this.reader.accept(';')) {
            const declares = 'name' in type && type.name !== undefined && 'body' in type;
            return [
                declares ? { kind: 'type', type, at } : { kind: 'field', name: undefined, type, dimensions: [], at }
            ];
        }
        return this.declarators().map(declarator => ({ kind: 'field', type, ...declarator }));
    }

    private typealias(at: AliasDeclaration['at']): AliasDeclaration {
        const type = this.specifier();
        const dimensions = this.dimensions();
        this.reader.expect(':=');
        const name = this.typeName();
        this.reader.expect(';');
        return { kind: 'alias', name, type, dimensions, at };
    }

    private typedefs(): AliasDeclaration[] {
        const type = this.specifier();
        return this.declarators().map(declarator => ({ kind: 'alias', type, ...declarator }));
    }

    /** `a, b[4], *c;` with the semicolon. */
    private declarators(): Pick<AliasDeclaration, 'name' | 'dimensions' | 'at'>[] {
        const declarators: Pick<AliasDeclaration, 'name' | 'dimensions' | 'at'>[] = [];
        do {
            const at = this.reader.at;
            const name = this.reader.identifier('a name');
            declarators.push({ name, dimensions: this.dimensions(), at });
        } while (this.reader.accept(','));
        this.reader.expect(';');
        return declarators;
    }

    private dimensions(): Dimension[] {
        const dimensions: Dimension[] = [];
        while (this.reader.accept('[')) {
            const at = this.reader.at;
            dimensions.push(
                this.reader.peek().kind === 'identifier'
                    ? { kind: 'path', names: this.reader.dottedName('a length'), at }
                    : { kind: 'integer', value: this.reader.integer('a length'), at }
            );
            this.reader.expect(']');
        }
        return dimensions;
    }

    private optionalName(): string | undefined {
        return this.reader.peek().kind === 'identifier' && !this.reader.is('align')
            ? this.reader.next().text
            : undefined;
    }
}
