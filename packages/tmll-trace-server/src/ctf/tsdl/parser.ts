import { Assignment, Block, BLOCK_KINDS, Declaration, MetadataSyntax, TypeAssignment } from './syntax';
import { TokenReader } from './token-reader';
import { tokenize } from './tokenizer';
import { TypeParser } from './type-parser';

/**
 * Parses CTF 1.8 metadata (TSDL) into its syntax tree.
 * Throws `TsdlError` with line and column where the text stops being TSDL.
 */
export function parseTsdl(text: string): MetadataSyntax {
    return new Parser(new TokenReader(tokenize(text))).document();
}

class Parser {
    private readonly types: TypeParser;

    constructor(private readonly reader: TokenReader) {
        this.types = new TypeParser(reader);
    }

    document(): MetadataSyntax {
        const statements: (Block | Declaration)[] = [];
        while (this.reader.peek().kind !== 'end') {
            if (this.reader.accept(';')) {
                continue;
            }
            const kind = BLOCK_KINDS.find(name => this.reader.is(name) && this.reader.is('{', 1));
            if (kind) {
                statements.push(this.block(kind));
            } else {
                statements.push(...this.declaration());
            }
        }
        return statements;
    }

    private block(block: Block['block']): Block {
        const at = this.reader.at;
        this.reader.next();
        this.reader.expect('{');
        const entries: (Assignment | TypeAssignment | Declaration)[] = [];
        while (!this.reader.accept('}')) {
            if (!this.reader.accept(';')) {
                entries.push(...this.entry());
            }
        }
        this.reader.expect(';');
        return { kind: 'block', block, entries, at };
    }

    private entry(): (Assignment | TypeAssignment | Declaration)[] {
        if (this.types.atDeclaration()) {
            return this.declaration();
        }
        const at = this.reader.at;
        const name = this.entryName();
        if (this.reader.accept(':=')) {
            const type = this.types.specifier();
            this.reader.expect(';');
            return [{ kind: 'type-assignment', name, type, at }];
        }
        this.reader.expect('=');
        const value = this.reader.value();
        this.reader.expect(';');
        return [{ kind: 'assignment', name, value, at }];
    }

    /** `event.header`; environment entries of some tracers have quoted names. */
    private entryName(): string {
        const token = this.reader.peek();
        if (token.kind === 'string') {
            this.reader.next();
            return token.text;
        }
        return this.reader.dottedName('an attribute, a type declaration or "}"').join('.');
    }

    private declaration(): Declaration[] {
        if (!this.types.atDeclaration()) {
            throw this.reader.unexpected('a block (trace, env, clock, stream, event, callsite) or a type declaration');
        }
        return this.types.declaration();
    }
}
