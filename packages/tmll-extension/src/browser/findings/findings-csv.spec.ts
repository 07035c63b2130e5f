import type { Finding } from 'tmll-analysis/algorithms';
import { findingsCsv } from './findings-csv';
import { findingRow } from './finding-row';

const finding = (rest: Partial<Finding>): Finding => ({
    id: 'f',
    kind: 'anomaly',
    startNs: 1_795_422_823_334_816_823n,
    endNs: 1_795_422_823_334_816_824n,
    severity: 50,
    confidence: 0.5,
    unit: '%',
    sentence: 'x',
    ...rest
});
const csv = (rest: Partial<Finding>): string =>
    findingsCsv([findingRow({ id: 'r', module: 'anomalies' }, finding(rest), 0n)]).split('\r\n')[1];

describe('findingsCsv', () => {
    it('keeps every ns', () => {
        expect(csv({})).toMatch(/^50,0\.5,1795422823334816823,1795422823334816824,anomalies,/);
    });

    it('quotes what needs it', () => {
        expect(csv({ sentence: 'a "b", c' })).toContain('"a ""b"", c"');
    });

    it('lets no name become a formula', () => {
        expect(csv({ sentence: '=HYPERLINK("x")' })).toContain(`"'=HYPERLINK(""x"")"`);
    });

    it('is a header alone when there is nothing', () => {
        expect(findingsCsv([])).toBe('severity,confidence,start_ns,end_ns,analysis,where,what,expected,seen,unit\r\n');
    });
});
