import { Clock } from '../metadata/clock';
import {
    alignmentOf,
    FieldClass,
    FieldReference,
    IntegerRange,
    Member,
    Scope,
    StructureClass,
    VariantOption
} from '../metadata/field-class';
import { FieldLocations, ScopeMembers } from './field-locations';
import { JsonObject } from './json-object';
import { rolesOf } from './roles';
import * as scalar from './scalar-classes';

/** More fields than any tracer declares; stops aliases that multiply each other. */
const MAX_FIELD_CLASSES = 500_000;
/** Aliases that contain themselves would nest without end. */
const MAX_NESTING = 200;
const MAX_LENGTH = 0xffff_ffff;

/** Where a structure of the metadata belongs. */
export interface RootPlace {
    readonly scope: Scope;
    readonly clock: Clock | undefined;
    readonly earlier: ScopeMembers;
}

/** Makes field classes of JSON. Throws `MetadataError` where one makes no sense. */
export class FieldClassBuilder {
    private readonly aliases = new Map<string, unknown>();
    private built = 0;

    /** Makes a field class known by a name, to be built wherever the name stands. */
    alias(name: string, fragment: JsonObject): void {
        if (this.aliases.has(name)) {
            throw fragment.error(`the alias "${name}" is declared twice`);
        }
        this.aliases.set(name, fragment.value('field-class'));
    }

    /** The structure of a whole scope; undefined when the fragment has none. */
    root(fragment: JsonObject, property: string, place: RootPlace): StructureClass | undefined {
        if (fragment.value(property) === undefined) {
            return undefined;
        }
        const field = this.resolve(fragment, property);
        if (field.text('type') !== 'structure') {
            throw field.error('this must be a structure');
        }
        const locations = new FieldLocations(place.scope, place.earlier);
        return new ScopeBuilder(this, place, locations).structure(field);
    }

    /** What a property describes, or the alias that it names. */
    resolve(of: JsonObject, property: string): JsonObject {
        if (++this.built > MAX_FIELD_CLASSES) {
            throw of.error(`the metadata declares more than ${MAX_FIELD_CLASSES} fields`);
        }
        let value = of.value(property);
        for (let steps = 0; typeof value === 'string'; steps++) {
            if (!this.aliases.has(value) || steps > this.aliases.size) {
                throw of.error(`the field class "${value}" is not declared`);
            }
            value = this.aliases.get(value);
        }
        if (value === undefined) {
            throw of.error(`there is no "${property}"`);
        }
        return JsonObject.of(value, `${of.where}/${property}`);
    }
}

/** Builds the fields of one scope. */
class ScopeBuilder {
    private nesting = 0;

    constructor(
        private readonly builder: FieldClassBuilder,
        private readonly place: RootPlace,
        private readonly locations: FieldLocations
    ) {}

    structure(field: JsonObject): StructureClass {
        return this.locations.within((members, enter) => {
            for (const member of field.objects('member-classes')) {
                const name = member.text('name');
                if (members.some(({ declaredName }) => declaredName === name)) {
                    throw member.error(`the structure has two members named "${name}"`);
                }
                enter(name);
                members.push(this.member(name, member));
            }
            const alignment = members.reduce(
                (largest, { fieldClass }) => Math.max(largest, alignmentOf(fieldClass)),
                scalar.alignment(field, 'minimum-alignment')
            );
            return { kind: 'structure', alignment, members };
        });
    }

    private member(name: string, of: JsonObject, property = 'field-class'): Member {
        return { name, declaredName: name, fieldClass: this.fieldClass(of, property, name) };
    }

    private fieldClass(of: JsonObject, property: string, name: string): FieldClass {
        if (++this.nesting > MAX_NESTING) {
            throw of.error(`field classes are nested deeper than ${MAX_NESTING} levels, or contain themselves`);
        }
        const field = this.builder.resolve(of, property);
        const built = this.ofType(field, field.text('type'), name);
        this.nesting--;
        return built;
    }

    private ofType(field: JsonObject, type: string, name: string): FieldClass {
        // Revisions before CTF2-SPEC-2.0 had types of their own for integers with mappings.
        switch (type.replace(/-enumeration$/, '-integer')) {
            case 'fixed-length-bit-array':
                return scalar.fixedInteger(field, false, { roles: [], clock: undefined });
            case 'fixed-length-bit-map':
                return scalar.bitMap(field);
            case 'fixed-length-boolean':
                return scalar.boolean(field);
            case 'fixed-length-unsigned-integer':
                return scalar.named(field, scalar.fixedInteger(field, false, this.meaning(field, name)));
            case 'fixed-length-signed-integer':
                return scalar.named(field, scalar.fixedInteger(field, true, { roles: [], clock: undefined }));
            case 'variable-length-unsigned-integer':
                return scalar.named(field, scalar.variableInteger(field, false, this.meaning(field, name)));
            case 'variable-length-signed-integer':
                return scalar.named(field, scalar.variableInteger(field, true, { roles: [], clock: undefined }));
            case 'fixed-length-floating-point-number':
                return scalar.float(field);
            case 'null-terminated-string':
                return { kind: 'string', alignment: 8, encoding: scalar.encoding(field), length: 'terminated' };
            case 'static-length-string':
            case 'dynamic-length-string': {
                const length = this.length(field, type);
                return { kind: 'string', alignment: 8, encoding: scalar.encoding(field), length };
            }
            case 'static-length-blob':
            case 'dynamic-length-blob': {
                const { roles } = this.meaning(field, name);
                return { kind: 'blob', alignment: 8, length: this.length(field, type), roles };
            }
            case 'structure':
                return this.structure(field);
            case 'static-length-array':
            case 'dynamic-length-array':
                return this.array(field, type, name);
            case 'optional':
                return this.optional(field, name);
            case 'variant':
                return this.variant(field, name);
            default:
                throw field.error(`there is no type of field class "${type}"`);
        }
    }

    private array(field: JsonObject, type: string, name: string): FieldClass {
        const length = this.length(field, type);
        const alignment = scalar.alignment(field, 'minimum-alignment');
        const element = this.fieldClass(field, 'element-field-class', name);
        return typeof length === 'number'
            ? { kind: 'array', length, element, alignment }
            : { kind: 'sequence', length, element, alignment };
    }

    private optional(field: JsonObject, name: string): FieldClass {
        const selector = this.locations.resolve(field, 'selector-field-location');
        const ranges =
            field.value('selector-field-ranges') === undefined
                ? trueRanges(field, selector)
                : field.ranges('selector-field-ranges');
        return { kind: 'optional', selector, ranges, fieldClass: this.fieldClass(field, 'field-class', name) };
    }

    private variant(field: JsonObject, name: string): FieldClass {
        const tag = this.locations.resolve(field, 'selector-field-location');
        const options = field.objects('options').map((option): VariantOption => {
            const ranges = option.ranges('selector-field-ranges');
            const optionName = option.optionalText('name') ?? '';
            return {
                name: optionName,
                declaredName: optionName,
                fieldClass: this.fieldClass(option, 'field-class', name),
                ranges
            };
        });
        if (options.length === 0) {
            throw field.error('the variant has no option');
        }
        return { kind: 'variant', tag, options };
    }

    private length(field: JsonObject, type: string): number | FieldReference {
        if (type.startsWith('static')) {
            return field.bounded('length', 0, MAX_LENGTH);
        }
        const length = this.locations.resolve(field, 'length-field-location');
        const signed = length.targets.some(target =>
            target.kind === 'enumeration' ? target.integer.signed : target.signed
        );
        if (signed) {
            throw field.error('the length must be an unsigned integer');
        }
        return length;
    }

    private meaning(field: JsonObject, name: string): scalar.FieldMeaning {
        const { scope, clock } = this.place;
        const roles = rolesOf(field, name, scope, clock !== undefined);
        return { roles, clock: roles.some(role => role === 'time' || role === 'begin') ? clock : undefined };
    }
}

/** The values of a boolean that mean true. */
function trueRanges(field: JsonObject, { targets }: FieldReference): IntegerRange[] {
    const ranges = targets.map(target =>
        target.kind === 'enumeration' ? target.mappings.find(({ label }) => label === 'true') : undefined
    );
    if (ranges.some(range => range === undefined)) {
        throw field.error('there is no "selector-field-ranges", which a selector needs that is no boolean');
    }
    return ranges.filter(range => range !== undefined).map(({ low, high }) => ({ low, high }));
}
