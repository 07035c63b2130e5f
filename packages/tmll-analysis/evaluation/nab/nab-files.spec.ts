import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadNabFiles, NabFile, parseNabFile } from './nab-files';

const ROWS = '2014-04-10 00:04:00,1.5\n2014-04-10 00:09:00,2\n2014-04-10 00:14:00,\n2014-04-10 00:19:00,3\n';
const WINDOW = ['2014-04-10 00:09:00.000000', '2014-04-10 00:14:00.000000'] as const;

const EXPECTED: NabFile = {
    name: 'realTraffic/speed.csv',
    category: 'realTraffic',
    times: Float64Array.of(0, 3e11, 6e11, 9e11),
    values: Float64Array.of(1.5, 2, NaN, 3),
    windows: [{ first: 1, last: 2 }]
};

describe('a file of NAB', () => {
    it('is read with times as NAB writes them', () => {
        expect(parseNabFile(EXPECTED.name, `timestamp,value\n${ROWS}`, [WINDOW])).toEqual(EXPECTED);
    });

    it('is read with times in ns', () => {
        const rows = EXPECTED.times.reduce((text, time, row) => {
            const ns = 1_397_088_240_000_000_000n + BigInt(time);
            return `${text}${ns},${['1.5', '2', '', '3'][row]}\r\n`;
        }, 'timestamp_ns,value\r\n');
        expect(parseNabFile(EXPECTED.name, rows, [WINDOW])).toEqual(EXPECTED);
    });

    it('is refused when a label names a time that is not there', () => {
        const parse = (): NabFile => parseNabFile(EXPECTED.name, ROWS, [['2014-04-11 00:00:00', WINDOW[1]]]);
        expect(parse).toThrow('realTraffic/speed.csv has no row at 2014-04-11 00:00:00, which its labels name.');
    });

    it.each([
        ['labels', 'data'],
        ['', '']
    ])('is found in a folder with "%s" and "%s"', (labels, data) => {
        const folder = mkdtempSync(join(tmpdir(), 'nab-'));
        try {
            mkdirSync(join(folder, labels), { recursive: true });
            mkdirSync(join(folder, data, 'realTraffic'), { recursive: true });
            const windows = { [EXPECTED.name]: [WINDOW], 'realTweets/absent.csv': [] };
            writeFileSync(join(folder, labels, 'combined_windows.json'), JSON.stringify(windows));
            writeFileSync(join(folder, data, EXPECTED.name), `timestamp,value\n${ROWS}`);
            expect(loadNabFiles(folder)).toEqual([EXPECTED]);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
