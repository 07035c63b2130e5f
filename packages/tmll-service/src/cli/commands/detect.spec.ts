import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { temporaryFolder } from '../../test-support/temporary-folder';

const cli = bundledCli();
const folder = temporaryFolder();
const ORIGIN = 1795424298201926749n;

interface Document {
    readonly provenance: Readonly<Record<string, unknown>>;
    readonly series: readonly {
        readonly name: string;
        readonly points: readonly { readonly ns: string; readonly value: number }[];
        readonly scores?: readonly (number | null)[];
    }[];
    readonly findings: readonly { readonly sentence: string }[];
    readonly scores?: readonly (number | null)[];
}

function csv(name: string, ...lines: readonly string[]): string {
    const path = join(folder, name);
    writeFileSync(path, lines.join('\n'));
    return path;
}

/** 200 rows of a gentle wave with one spike, in the 121st, in the first of two columns. */
const rows = Array.from({ length: 200 }, (_, row) => {
    const value = row === 120 ? 50 : Math.sin(row / 3);
    return `${ORIGIN + BigInt(row) * 1_000_003n},${value},${Math.cos(row / 3)}`;
});

describe('tmll detect', () => {
    it('finds a spike at its exact time', async () => {
        const document = await cli.json<Document>('detect', csv('spike.csv', 'timestamp_ns,load,other', ...rows));
        expect(document.provenance).toMatchObject({ module: 'anomalies', experimentName: 'spike.csv', points: 400 });
        expect(document.series.map(({ name, points }) => [name, points.map(({ ns }) => ns)])).toEqual([
            ['load', [String(ORIGIN + 120n * 1_000_003n)]],
            ['other', []]
        ]);
        expect(document.findings).toHaveLength(1);
        expect(document.series[0].scores).toBeUndefined();
    });

    it('gives every row a score when asked: of each column, and the highest of them', async () => {
        const file = csv('scores.csv', 'timestamp_ns,load,other', ...rows);
        const { series, scores } = await cli.json<Document>('detect', file, '--scores', '--method', 'iqr');
        expect(series.map(each => each.scores?.length)).toEqual([200, 200]);
        expect(scores).toEqual(
            series[0].scores?.map((score, row) => Math.max(score ?? 0, series[1].scores?.[row] ?? 0))
        );
        expect(scores?.indexOf(Math.max(...(scores as number[])))).toBe(120);
    });

    it('takes missing values, quotes, blank lines, a byte order mark and Windows line ends', async () => {
        const file = csv(
            'odd.csv',
            '\uFEFFTimestamp_ns,"a, b"\r',
            '1,1\r',
            '\r',
            '2,\r',
            '3,NaN\r',
            '"4", 2.5e0 \r',
            ''
        );
        const { series, scores } = await cli.json<Document>('detect', file, '--scores');
        expect(series[0].name).toBe('a, b');
        expect(scores?.slice(1, 3)).toEqual([null, null]);
    });

    it('resamples when told so, but then has no scores of rows', async () => {
        const file = csv('resample.csv', 'timestamp_ns,load,other', ...rows);
        const document = await cli.json<Document>('detect', file, '--set', 'resample=2ms');
        expect(document.provenance).toMatchObject({ resamplingNs: '2000000', points: 200 });
        const { status, stderr } = await cli.run('detect', file, '--set', 'resample=2ms', '--scores');
        expect([status, stderr]).toEqual([2, expect.stringMatching(/leave out --scores/)]);
    });

    it('names the command that computes the same', async () => {
        const file = csv('same.csv', 'timestamp_ns,load,other', ...rows);
        const { provenance } = await cli.json<Document>('detect', file, '--method=iqr', '--set', 'iqrFactor=3');
        expect(provenance.command).toBe(`tmll detect ${file} --set method=iqr --set iqrFactor=3`);
    });

    it.each<[string, RegExp, ...string[]]>([
        ['no header', /does not begin with a header row/, '1,2', '3,4'],
        ['another header', /does not begin with a header row/, 'time,value', '3,4'],
        ['a header without values', /does not begin with a header row/, 'timestamp_ns', '3'],
        ['two columns of one name', /two columns "a"/, 'timestamp_ns,a,a', '1,2,3'],
        ['a timestamp that comes twice', /row 3: the timestamp 1 repeats/, 'timestamp_ns,a', '1,2', '1,3'],
        ['timestamps that go back', /row 3: the timestamp 1 is before/, 'timestamp_ns,a', '2,2', '1,3'],
        ['a timestamp beyond 64 bits', /row 2: "9{20}" is no timestamp/, 'timestamp_ns,a', '99999999999999999999,2'],
        ['a timestamp with a fraction', /row 2: "1.5" is no timestamp/, 'timestamp_ns,a', '1.5,2'],
        ['a value that is no number', /row 2: "high" is not a number/, 'timestamp_ns,a', '1,high'],
        ['a value beyond all doubles', /row 2: "1e999" is not a number/, 'timestamp_ns,a', '1,1e999'],
        ['a row that is too short', /row 2: there are 2 cells, but 3 columns/, 'timestamp_ns,a,b', '1,2'],
        ['an open quote', /cannot be read as CSV \(CSV_QUOTE_NOT_CLOSED\)/, 'timestamp_ns,a', '1,"2'],
        ['no rows', /has no rows/, 'timestamp_ns,a'],
        ['nothing', /has no rows/]
    ])('refuses a file with %s in one line, exit status 2', async (_, message, ...lines) => {
        const { status, stdout, stderr } = await cli.run('detect', csv('bad.csv', ...lines), '--json');
        expect(stderr).toMatch(message);
        expect(stderr.trimEnd().split('\n')).toHaveLength(1);
        expect([status, stdout]).toEqual([2, '']);
    });

    it.each([
        ['is not there', () => join(folder, 'nothing.csv'), /There is no file/],
        ['is a folder', () => folder, /is a folder; give a CSV file/]
    ])('refuses a file that %s', async (_, file, message) => {
        const { status, stderr } = await cli.run('detect', file());
        expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
    });
});
