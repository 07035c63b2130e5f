import type { Finding } from 'tmll-analysis/algorithms';
import { arrangeFindings, BY_SEVERITY, FindingColumn, orderBy } from './finding-order';
import { findingRow, FindingRow } from './finding-row';

const T0 = 1_795_422_823_334_816_823n;

const row = (id: string, rest: Partial<Finding> = {}): FindingRow => {
    const finding: Finding = {
        id,
        kind: 'anomaly',
        series: { outputId: 'event-rate', path: ['Event Rate', id] },
        startNs: T0,
        endNs: T0 + 1n,
        severity: 50,
        confidence: 0.5,
        unit: 'events/s',
        sentence: `Finding ${id}.`,
        ...rest
    };
    return findingRow({ id: 'r1', module: 'anomalies' }, finding, T0);
};
const ids = (rows: readonly FindingRow[]): string[] => rows.map(({ finding }) => finding.id);

describe('arrangeFindings', () => {
    it('puts the worst first, and what is equally bad in the order of time', () => {
        const rows = [
            row('late', { startNs: T0 + 9n }),
            row('worst', { severity: 90 }),
            row('early', { startNs: T0 + 1n }),
            row('least', { severity: 1 })
        ];
        expect(ids(arrangeFindings(rows, BY_SEVERITY))).toEqual(['worst', 'early', 'late', 'least']);
    });

    it('sorts times exactly where a double cannot tell them apart', () => {
        const rows = [3n, 1n, 2n].map(offset => row(String(offset), { startNs: T0 + offset }));
        const order = { column: 'when', descending: false } as const;
        expect(ids(arrangeFindings(rows, order))).toEqual(['1', '2', '3']);
    });

    it.each<[FindingColumn, Partial<Finding>, Partial<Finding>]>([
        ['howLong', { endNs: T0 + 5n }, { endNs: T0 + 2n }],
        ['expected', { expected: { value: 2 } }, { expected: { high: 1 } }],
        ['seen', { actual: 2 }, { actual: 1 }],
        ['confidence', { confidence: 1 }, { confidence: 0 }]
    ])('sorts by %s, the largest first', (column, more, less) => {
        const rows = [row('less', less), row('more', more)];
        expect(ids(arrangeFindings(rows, orderBy(column, BY_SEVERITY)))).toEqual(['more', 'less']);
    });

    it('puts rows without a value last, whichever way it sorts', () => {
        const rows = [row('none'), row('one', { actual: 1 }), row('two', { actual: 2 })];
        expect(ids(arrangeFindings(rows, { column: 'seen', descending: true }))).toEqual(['two', 'one', 'none']);
        expect(ids(arrangeFindings(rows, { column: 'seen', descending: false }))).toEqual(['one', 'two', 'none']);
    });

    it('leaves its input as it is', () => {
        const rows = Object.freeze([row('b', { severity: 1 }), row('a', { severity: 2 })]);
        arrangeFindings(rows, BY_SEVERITY);
        expect(ids(rows)).toEqual(['b', 'a']);
    });
});

describe('orderBy', () => {
    it('turns the column round that is already sorted by', () => {
        expect(orderBy('severity', BY_SEVERITY)).toEqual({ column: 'severity', descending: false });
    });

    it('starts with the first of texts and times', () => {
        expect(orderBy('where', BY_SEVERITY)).toEqual({ column: 'where', descending: false });
        expect(orderBy('when', BY_SEVERITY)).toEqual({ column: 'when', descending: false });
    });
});

describe('findingRow', () => {
    it('writes everything out for people', () => {
        const finding = row('x', {
            startNs: T0 + 2_000_000_000n,
            endNs: T0 + 2_399_999_999n,
            actual: 412,
            expected: { value: 120, low: 80, high: 160 },
            confidence: 0.876
        });
        expect(finding).toMatchObject({
            what: 'Finding x.',
            where: 'Event Rate → x',
            when: '2.000\u202fs',
            howLong: '400 ms',
            leaf: 'x',
            above: 'Event Rate',
            expected: '120 events/s',
            usual: '120 events/s (80–160 events/s)',
            seen: '412 events/s',
            confidence: '88 %'
        });
    });

    it('does not say the name of the series twice', () => {
        const { what, where } = row('x', { sentence: 'Event Rate → x drops to 0 events/s for 700 ms.' });
        expect(`${where}: ${what}`).toBe('Event Rate → x: Drops to 0 events/s for 700 ms.');
    });

    it('calls a finding of one point so', () => {
        expect(row('x', { endNs: T0 }).howLong).toBe('one point');
    });

    it('says so when a finding concerns the whole trace', () => {
        expect(row('x', { series: undefined }).where).toBe('Whole trace');
    });
});
