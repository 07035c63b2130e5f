import { clampWidth, defaultHidden, layoutColumns, TableColumn, timeCell, timeOfCell } from './table-columns';

const column = (id: number, name: string, type = 'STRING'): TableColumn => ({ id, name, description: '', type });

const columns = [
    column(0, 'Timestamp', 'TIMESTAMP'),
    column(5, 'Packet Context'),
    column(4, 'Contents'),
    column(13, 'Timestamp ns', 'NUMBER')
];

describe('table columns', () => {
    it('keep the place of their cells when others are hidden', () => {
        const shown = layoutColumns(columns, defaultHidden(columns), new Map([[4, 300]]));
        expect(shown.map(({ id, cell, width }) => [id, cell, width])).toEqual([
            [0, 0, 180],
            [4, 2, 300],
            [13, 3, 180]
        ]);
    });

    it('know where the exact time is', () => {
        expect(timeCell(columns)).toBe(3);
        expect(timeCell([column(0, 'Name')])).toBe(-1);
    });

    it('can be neither lost nor endless', () => {
        expect([clampWidth(3), clampWidth(123.4), clampWidth(1e9)]).toEqual([40, 123, 2000]);
    });
});

describe('timeOfCell', () => {
    it('reads ns exactly, and nothing that is not a whole number', () => {
        expect(timeOfCell('1457113582794565804')).toBe(1_457_113_582_794_565_804n);
        expect(timeOfCell(' 7 ')).toBe(7n);
        expect(timeOfCell('17:46:22.794')).toBeUndefined();
        expect(timeOfCell('')).toBeUndefined();
        expect(timeOfCell(undefined)).toBeUndefined();
    });
});
