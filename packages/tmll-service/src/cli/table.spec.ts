import { table } from './table';

describe('table', () => {
    it('aligns columns by their widest text', () => {
        const text = table(
            [{ title: 'NAME' }, { title: 'EVENTS', align: 'right' }],
            [
                ['sched_switch', '7'],
                ['a', '12,345,678']
            ]
        );
        expect(text).toBe('NAME              EVENTS\nsched_switch           7\na             12,345,678\n');
    });

    it('leaves no blanks at the ends of lines', () => {
        expect(table([{ title: 'A' }, { title: 'B' }], [['1', '']])).toBe('A  B\n1\n');
    });

    it('is its titles only when there are no rows', () => {
        expect(table([{ title: 'A' }, { title: 'B' }], [])).toBe('A  B\n');
    });
});
