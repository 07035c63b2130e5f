import { FieldValue } from '../../trace/trace';
import { Random } from './random-layout';
import { blob, RandomField, scalar, smallUnsigned } from './random-scalar-fields';

interface RandomMember {
    readonly name: string;
    readonly field: RandomField;
    readonly store?: (value: FieldValue) => void;
}

/** A structure with random members: big enough to meet all that CTF 2 has. */
export function randomRoot(random: Random): RandomField {
    return structure(random, ['event-record-payload'], 0);
}

/** @param path where the structure is, from its origin on */
function structure(random: Random, path: readonly string[], depth: number): RandomField {
    const members: RandomMember[] = [];
    const count = 1 + random(depth ? 3 : 8);
    for (let index = 0; index < count; index++) {
        members.push(...member(random, `f${index}`, path, depth));
    }
    const minimum = random(3) ? 1 : 2 ** random(7);
    const alignment = Math.max(minimum, ...members.map(({ field }) => field.alignment));
    return {
        json: {
            type: 'structure',
            ...(minimum > 1 && { 'minimum-alignment': minimum }),
            'member-classes': members.map(({ name, field }) => ({ name, 'field-class': field.json }))
        },
        alignment,
        write: (writer, values) => {
            writer.align(alignment);
            const written: Record<string, FieldValue> = {};
            for (const { name, field, store } of members) {
                const value = field.write(writer, values);
                if (value !== undefined) {
                    store?.(value);
                    written[name] = value;
                }
            }
            return written;
        }
    };
}

function member(random: Random, name: string, path: readonly string[], depth: number): RandomMember[] {
    const compound = depth < 2 ? random(11) : 0;
    const inner = [...path, name];
    switch (compound) {
        case 5:
            return [{ name, field: structure(random, inner, depth + 1) }];
        case 6:
            return [{ name, field: arrayOf(random, inner, depth) }];
        case 7:
        case 8:
        case 9:
        case 10: {
            let selector = 0;
            const selectorName = `${name} selector`;
            const location = random(2)
                ? { path: [selectorName] }
                : { origin: path[0], path: [...path.slice(1), selectorName] };
            const chosen = (): number => selector;
            const field = [
                () => dynamicArray(random, location, chosen, inner, depth),
                () => dynamicBytes(random, location, chosen),
                () => optional(random, location, chosen, inner, depth),
                () => variant(random, location, chosen, inner, depth)
            ][compound - 7]();
            const selectorField = smallUnsigned(random);
            return [
                { name: selectorName, field: selectorField, store: value => (selector = Number(value)) },
                { name, field }
            ];
        }
        default:
            return [{ name, field: scalar(random) }];
    }
}

function anything(random: Random, path: readonly string[], depth: number): RandomField {
    return random(2) ? scalar(random) : structure(random, path, depth + 1);
}

function repeated(element: RandomField, minimum: number, length: () => number, json: object): RandomField {
    const alignment = Math.max(minimum, element.alignment);
    return {
        json: { ...json, 'element-field-class': element.json, ...(minimum > 1 && { 'minimum-alignment': minimum }) },
        alignment,
        write: (writer, values) => {
            writer.align(alignment);
            return Array.from({ length: length() }, () => element.write(writer, values) as FieldValue);
        }
    };
}

function arrayOf(random: Random, path: readonly string[], depth: number): RandomField {
    const length = random(4);
    const minimum = 2 ** random(6);
    return repeated(anything(random, path, depth), minimum, () => length, { type: 'static-length-array', length });
}

function dynamicArray(
    random: Random,
    location: object,
    length: () => number,
    path: readonly string[],
    depth: number
): RandomField {
    const json = { type: 'dynamic-length-array', 'length-field-location': location };
    return repeated(anything(random, path, depth), 2 ** random(6), length, json);
}

function dynamicBytes(random: Random, location: object, length: () => number): RandomField {
    const isText = random(2) === 0;
    return {
        json: { type: `dynamic-length-${isText ? 'string' : 'blob'}`, 'length-field-location': location },
        alignment: 8,
        write: (writer, values) => {
            if (!isText) {
                return blob(writer, values, length());
            }
            const content = 'abcdef'.slice(0, values(length() + 1));
            writer.align(8).raw(Buffer.from(content.padEnd(length(), '\0')));
            return content;
        }
    };
}

function optional(
    random: Random,
    location: object,
    selector: () => number,
    path: readonly string[],
    depth: number
): RandomField {
    const inner = anything(random, path, depth);
    return {
        json: {
            type: 'optional',
            'selector-field-location': location,
            'selector-field-ranges': [
                [1, 2],
                [4, 4]
            ],
            'field-class': inner.json
        },
        alignment: 1,
        write: (writer, values) => ([1, 2, 4].includes(selector()) ? inner.write(writer, values) : undefined)
    };
}

function variant(
    random: Random,
    location: object,
    selector: () => number,
    path: readonly string[],
    depth: number
): RandomField {
    const options = [scalar(random), structure(random, path, depth + 1), scalar(random)];
    const ranges = [
        [[0, 1]],
        [
            [2, 2],
            [4, 4]
        ],
        [
            [3, 3],
            [5, 1000]
        ]
    ];
    return {
        json: {
            type: 'variant',
            'selector-field-location': location,
            options: options.map(({ json }, index) => ({
                'field-class': json,
                'selector-field-ranges': ranges[index],
                ...(index && { name: `option ${index}` })
            }))
        },
        alignment: 1,
        write: (writer, values) => options[[0, 0, 1, 2, 1, 2][selector()]].write(writer, values)
    };
}
