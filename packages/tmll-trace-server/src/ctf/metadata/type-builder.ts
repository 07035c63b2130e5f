import {
    Declaration,
    Dimension,
    EnumerationSpecifier,
    FieldDeclaration,
    StructureSpecifier,
    TypeSpecifier,
    VariantSpecifier
} from '../tsdl/syntax';
import { TsdlError } from '../tsdl/tsdl-error';
import {
    alignmentOf,
    EnumerationClass,
    EnumerationMapping,
    FieldClass,
    FieldReference,
    isTextElement,
    Member,
    Scope,
    StringClass,
    StructureClass,
    VariantClass
} from './field-class';
import { FieldLookup, ScopeMembers } from './field-lookup';
import { buildFloat, buildInteger, checkedAlignment, ScalarDefaults } from './scalar-builder';
import { TypeScope } from './type-scope';

/** More fields than any tracer declares; stops metadata whose types multiply each other. */
const MAX_FIELD_CLASSES = 500_000;
const MAX_ARRAY_LENGTH = 0xffff_ffffn;
/** Types that contain themselves would nest without end. */
const MAX_NESTING = 200;

/** Makes field classes of type specifiers. Throws `TsdlError` where a type makes no sense. */
export class TypeBuilder {
    private built = 0;
    private nesting = 0;

    constructor(private readonly defaults: ScalarDefaults) {}

    /** The structure of a whole scope, such as `event.header`. */
    root(type: TypeSpecifier, types: TypeScope, scope: Scope, earlier: ScopeMembers): StructureClass {
        types.declareNamed(type);
        const fieldClass = this.type(type, types, new FieldLookup(scope, earlier));
        if (fieldClass.kind !== 'structure') {
            throw new TsdlError('this must be a structure', type.at);
        }
        return fieldClass;
    }

    private type(type: TypeSpecifier, types: TypeScope, lookup: FieldLookup): FieldClass {
        if (++this.built > MAX_FIELD_CLASSES) {
            throw new TsdlError(`the metadata declares more than ${MAX_FIELD_CLASSES} fields`, type.at);
        }
        if (++this.nesting > MAX_NESTING) {
            throw new TsdlError(`types are nested deeper than ${MAX_NESTING} levels, or contain themselves`, type.at);
        }
        const fieldClass = this.nested(type, types, lookup);
        this.nesting--;
        return fieldClass;
    }

    private nested(type: TypeSpecifier, types: TypeScope, lookup: FieldLookup): FieldClass {
        switch (type.kind) {
            case 'integer':
                return buildInteger(type, this.defaults);
            case 'floating_point':
                return buildFloat(type, this.defaults);
            case 'string':
                return { kind: 'string', alignment: 8, encoding: 'utf-8', length: 'terminated' };
            case 'struct':
                return this.structure(type, types, lookup);
            case 'variant':
                return this.variant(type, types, lookup);
            case 'enum':
                return this.enumeration(type, types, lookup);
            case 'name':
                return this.alias(type.name, type.at, types, lookup);
        }
    }

    private alias(name: string, at: TypeSpecifier['at'], types: TypeScope, lookup: FieldLookup): FieldClass {
        const { type, dimensions, scope } = types.find('alias', name, at);
        return this.dimensioned(type, dimensions, scope, lookup);
    }

    /** `type x[3][n]`: an array of three sequences. */
    private dimensioned(
        type: TypeSpecifier,
        dimensions: readonly Dimension[],
        types: TypeScope,
        lookup: FieldLookup
    ): FieldClass {
        if (dimensions.length === 0) {
            return this.type(type, types, lookup);
        }
        const [dimension, ...inner] = dimensions;
        if (dimension.kind === 'path') {
            const length = this.length(dimension, lookup);
            const element = this.dimensioned(type, inner, types, lookup);
            return isTextElement(element) ? textOf(length) : { kind: 'sequence', length, element };
        }
        if (dimension.value < 0n || dimension.value > MAX_ARRAY_LENGTH) {
            throw new TsdlError(`an array cannot have ${dimension.value} elements`, dimension.at);
        }
        const element = this.dimensioned(type, inner, types, lookup);
        const length = Number(dimension.value);
        return isTextElement(element) ? textOf(length) : { kind: 'array', length, element };
    }

    private length(dimension: Extract<Dimension, { kind: 'path' }>, lookup: FieldLookup): FieldReference {
        const length = lookup.resolve(dimension.names, dimension.at);
        const [target] = length.targets;
        if (target.kind !== 'integer' || target.signed) {
            throw new TsdlError(
                `the length "${dimension.names.join('.')}" of a sequence must be an unsigned integer`,
                dimension.at
            );
        }
        return length;
    }

    private structure(type: StructureSpecifier, types: TypeScope, lookup: FieldLookup): StructureClass {
        if (type.body === undefined) {
            const found = types.find('struct', type.name ?? '', type.at);
            return this.type(found.type, found.scope, lookup) as StructureClass;
        }
        const minimum = type.alignment ? checkedAlignment(type.alignment.value, type.alignment.at) : 1;
        const members = this.members(type.body, types, lookup, 'structure');
        const alignment = members.reduce(
            (largest, { fieldClass }) => Math.max(largest, alignmentOf(fieldClass)),
            minimum
        );
        return { kind: 'structure', alignment, members };
    }

    private members(
        body: readonly (Declaration | FieldDeclaration)[],
        types: TypeScope,
        lookup: FieldLookup,
        what: string
    ): Member[] {
        const inner = new TypeScope(types);
        const members: Member[] = [];
        const visible = what === 'structure' ? members : [];
        return lookup.within(visible, () => {
            for (const entry of body) {
                if (entry.kind !== 'field') {
                    inner.declare(entry);
                    continue;
                }
                inner.declareNamed(entry.type);
                const fieldClass = this.dimensioned(entry.type, entry.dimensions, inner, lookup);
                members.push({ ...memberName(entry, members, what), fieldClass });
            }
            return members;
        });
    }

    private variant(type: VariantSpecifier, types: TypeScope, lookup: FieldLookup): VariantClass {
        let body = type.body;
        let tag = type.tag;
        let scope = types;
        if (body === undefined) {
            const found = types.find('variant', type.name ?? '', type.at);
            const definition = found.type as VariantSpecifier;
            body = definition.body ?? [];
            tag = tag ?? definition.tag;
            scope = found.scope;
        }
        if (!tag) {
            throw new TsdlError('the variant has no tag', type.at);
        }
        const reference = lookup.resolve(tag.names, tag.at);
        const [enumeration] = reference.targets;
        if (enumeration.kind !== 'enumeration') {
            throw new TsdlError(`the tag "${tag.names.join('.')}" of a variant must be an enumeration`, tag.at);
        }
        const options = this.members(body, scope, lookup, 'variant').map(option => ({
            ...option,
            ranges: rangesOf(enumeration, option)
        }));
        return { kind: 'variant', tag: reference, options };
    }

    private enumeration(type: EnumerationSpecifier, types: TypeScope, lookup: FieldLookup): EnumerationClass {
        if (type.body === undefined) {
            const found = types.find('enum', type.name ?? '', type.at);
            return this.type(found.type, found.scope, lookup) as EnumerationClass;
        }
        const container = type.container ?? { kind: 'name', name: 'int', at: type.at };
        const integer = this.type(container, types, lookup);
        if (integer.kind !== 'integer') {
            throw new TsdlError('an enumeration must be made of an integer', container.at);
        }
        const mappings: EnumerationMapping[] = [];
        let next = 0n;
        for (const { label, low = next, high = low, at } of type.body) {
            if (high < low) {
                throw new TsdlError(`the range ${low} ... ${high} of "${label}" is upside down`, at);
            }
            mappings.push({ label, low, high });
            next = high + 1n;
        }
        return { kind: 'enumeration', integer, mappings };
    }
}

/** A text of so many bytes. */
function textOf(length: StringClass['length']): StringClass {
    return { kind: 'string', alignment: 8, encoding: 'utf-8', length };
}

/** The ranges of the label that an option is named after, with or without the underscore of its name. */
function rangesOf(tag: EnumerationClass, option: Member): EnumerationMapping[] {
    const exact = tag.mappings.filter(mapping => mapping.label === option.declaredName);
    return exact.length > 0 ? exact : tag.mappings.filter(mapping => mapping.label === option.name);
}

/** Takes one leading underscore off, as all readers do, unless that makes two fields of one name. */
function memberName(
    { name, at }: FieldDeclaration,
    members: readonly Member[],
    what: string
): Pick<Member, 'name' | 'declaredName'> {
    const declaredName = name ?? '';
    if (members.some(member => member.declaredName === declaredName)) {
        throw new TsdlError(`the ${what} has two members named "${declaredName}"`, at);
    }
    const short = declaredName.startsWith('_') ? declaredName.slice(1) : declaredName;
    const taken = members.some(member => member.name === short);
    return { name: taken ? declaredName : short, declaredName };
}
