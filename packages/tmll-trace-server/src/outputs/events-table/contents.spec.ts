import type { FieldType, TraceEvent } from '../../trace/trace';
import { formatContents, formatContext } from './contents';

const event = (fields: FieldType[], values: TraceEvent['fields'], more: Partial<TraceEvent> = {}): TraceEvent => ({
    time: 0,
    type: { index: 0, name: 'a:b', fields, context: [] },
    stream: { index: 0, file: 'ch0_0', channel: 'ch0' },
    cpu: -1,
    fields: values,
    context: {},
    ...more
});

describe('formatContents', () => {
    it('writes what Trace Compass writes for an allocation', () => {
        const malloc = event(
            [
                { name: 'size', kind: 'integer', base: 10 },
                { name: 'ptr', kind: 'integer', base: 16 }
            ],
            { size: 8, ptr: 0x1f4bee0 },
            { cpu: 3, context: { procname: 'challenger', vtid: 10611 } }
        );
        const context: FieldType[] = [
            { name: 'procname', kind: 'string' },
            { name: 'vtid', kind: 'integer', base: 10 }
        ];
        const inContext = { ...malloc, type: { ...malloc.type, context } };
        expect(formatContents(inContext)).toBe(
            'size=8, ptr=0x1f4bee0, context.cpu_id=3, context._procname="challenger", context._vtid=10611'
        );
        expect(formatContext(inContext)).toBe('[procname="challenger", vtid=10611]');
    });

    it('writes arrays, structures, enumerations and fields that are not there', () => {
        const integer: FieldType = { name: '', kind: 'integer', base: 10 };
        const fields: FieldType[] = [
            { name: 'gid', kind: 'array', members: [integer] },
            { name: 'tag', kind: 'sequence', members: [{ ...integer, base: 16 }] },
            { name: 'verb', kind: 'enumeration', labels: ['GET'] },
            { name: 'other', kind: 'enumeration', labels: ['GET'] },
            { name: 'point', kind: 'structure', members: [{ name: 'x', kind: 'integer', base: 16 }] },
            { name: 'missing', kind: 'string' }
        ];
        const values = {
            gid: [1, 15],
            tag: [255],
            verb: { value: 0, labels: ['GET'] },
            other: { value: 9, labels: [] },
            point: { x: 31 }
        };
        expect(formatContents(event(fields, values))).toBe(
            'gid=[1, 15], tag=[0xff], verb=GET, other=9, point=[x=0x1f]'
        );
    });

    it.each([
        [1, '1.0'],
        [-0.25, '-0.25'],
        [1 / 3, '0.3333333333333333'],
        [12_345_678, '1.2345678E7'],
        [0.0005, '5.0E-4'],
        [0, '0.0'],
        [NaN, 'NaN']
    ])('writes the double %p as Java does: %s', (value, text) => {
        expect(formatContents(event([{ name: 'x', kind: 'float' }], { x: value }))).toBe(`x=${text}`);
    });

    it('writes integers in their base, also those beyond 2^53', () => {
        const fields: FieldType[] = [
            { name: 'a', kind: 'integer', base: 8 },
            { name: 'b', kind: 'integer', base: 2 },
            { name: 'c', kind: 'integer', base: 16, signed: true },
            { name: 'd', kind: 'integer', base: 10 }
        ];
        expect(formatContents(event(fields, { a: 8, b: 5, c: -1, d: 2n ** 63n }))).toBe(
            'a=010, b=0b101, c=0xffffffffffffffff, d=9223372036854775808'
        );
    });
});
