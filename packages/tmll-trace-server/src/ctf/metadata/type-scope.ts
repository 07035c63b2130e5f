import { Declaration, Dimension, SourcePosition, TypeSpecifier } from '../tsdl/syntax';
import { TsdlError } from '../tsdl/tsdl-error';

/** What a type name stands for, and where its own names are looked up. */
export interface TypeDefinition {
    readonly type: TypeSpecifier;
    readonly dimensions: readonly Dimension[];
    readonly scope: TypeScope;
}

type Namespace = 'alias' | 'struct' | 'variant' | 'enum';

/** The type names of one pair of braces, and through its parent those of all around it. */
export class TypeScope {
    private readonly definitions = new Map<string, TypeDefinition>();

    constructor(private readonly parent?: TypeScope) {}

    declare(declaration: Declaration): void {
        if (declaration.kind === 'alias') {
            this.define('alias', declaration.name, declaration.at, {
                type: declaration.type,
                dimensions: declaration.dimensions,
                scope: this
            });
        }
        this.declareNamed(declaration.type);
    }

    /** Makes the name of a structure, variant or enumeration known where it is defined. */
    declareNamed(type: TypeSpecifier): void {
        if (isCompound(type) && type.name !== undefined && type.body !== undefined) {
            this.define(type.kind, type.name, type.at, { type, dimensions: [], scope: this });
        }
    }

    /** The nearest definition of the name; `TsdlError` at `at` when there is none. */
    find(namespace: Namespace, name: string, at: SourcePosition): TypeDefinition {
        const definition = this.definitions.get(`${namespace} ${name}`) ?? this.parent?.find(namespace, name, at);
        if (definition) {
            return definition;
        }
        throw new TsdlError(`the type "${namespace === 'alias' ? '' : `${namespace} `}${name}" is not declared`, at);
    }

    private define(namespace: Namespace, name: string, at: SourcePosition, definition: TypeDefinition): void {
        const key = `${namespace} ${name}`;
        const known = this.definitions.get(key);
        if (known && known.type !== definition.type) {
            throw new TsdlError(`the type "${name}" is declared twice, first in line ${known.type.at.line}`, at);
        }
        this.definitions.set(key, definition);
    }
}

function isCompound(type: TypeSpecifier): type is Extract<TypeSpecifier, { kind: 'struct' | 'variant' | 'enum' }> {
    return type.kind === 'struct' || type.kind === 'variant' || type.kind === 'enum';
}
