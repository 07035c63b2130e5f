import { FieldClass } from './field-class';

/** The fewest bits that a field can take, padding left out. */
export function minimumSize(fieldClass: FieldClass): number {
    switch (fieldClass.kind) {
        case 'integer':
        case 'float':
            return fieldClass.size;
        case 'variable-integer':
            return 8;
        case 'enumeration':
            return minimumSize(fieldClass.integer);
        case 'string':
        case 'blob':
            return fieldClass.length === 'terminated'
                ? 8
                : typeof fieldClass.length === 'number'
                  ? fieldClass.length * 8
                  : 0;
        case 'structure':
            return fieldClass.members.reduce((sum, member) => sum + minimumSize(member.fieldClass), 0);
        case 'variant':
            return fieldClass.options.reduce(
                (least, option) => Math.min(least, minimumSize(option.fieldClass)),
                fieldClass.options.length ? Infinity : 0
            );
        case 'array':
            return fieldClass.length * minimumSize(fieldClass.element);
        case 'sequence':
        case 'optional':
            return 0;
    }
}
