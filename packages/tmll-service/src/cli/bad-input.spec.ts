import { chmodSync, cpSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCli } from '../test-support/cli';
import { SAMPLES } from '../test-support/shared-traces';
import { temporaryFolder } from '../test-support/temporary-folder';

const cli = bundledCli();
const folder = temporaryFolder();
const STREAM = 'trace/ust/uid/0/64-bit/ch0_1';
const isRoot = process.getuid?.() === 0;

const path = (name: string): string => join(folder, name);

beforeAll(() => {
    mkdirSync(path('empty'));
    writeFileSync(path('text.txt'), 'hello\n');
    mkdirSync(path('garbage'));
    writeFileSync(path('garbage/metadata'), '/* CTF 1.8 */ trace { major = ; };\n');
    mkdirSync(path('denied'));
    chmodSync(path('denied'), 0o000);
    cpSync(join(SAMPLES, 'i-correlate'), path('cut'), { recursive: true });
    truncateSync(path(join('cut', STREAM)), 20_000);
    cpSync(join(SAMPLES, 'i-correlate'), path('damaged'), { recursive: true });
    writeFileSync(path(join('damaged', STREAM)), Buffer.alloc(20_000, 0xa5));
});

async function expectOneLine(args: readonly string[], message: RegExp): Promise<void> {
    const { status, stdout, stderr } = await cli.run(...args);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([status, stdout]).toEqual([2, '']);
}

describe.each(['events', 'outputs', 'anomalies'])('tmll %s', command => {
    it.each([
        ['an empty folder', 'empty', /^tmll: .*empty holds no trace/],
        ['a text file', 'text.txt', /^tmll: .*text\.txt is no trace/],
        ['metadata that does not parse', 'garbage', /^tmll: .*metadata.* cannot be understood: line 1/],
        ['nothing', 'nothing', /^tmll: .*nothing does not exist/]
    ])('says what is wrong with %s in one line, exit status 2', async (_, name, message) => {
        await expectOneLine([command, path(name), '--json'], message);
    });

    it('says where a stream is damaged, without the address of a server in this process', async () => {
        await expectOneLine([command, path('damaged'), '--json'], /^tmll: [^()]*ch0_1 is damaged at byte 0: [^:]*\.$/m);
    });

    (isRoot ? it.skip : it)('says what is wrong with a folder that may not be read', async () => {
        await expectOneLine([command, path('denied'), '--json'], /^tmll: .*denied/);
    });

    it('reads a cut trace up to the cut and says so, with a document that is whole', async () => {
        const { status, stdout, stderr } = await cli.run(command, path('cut'), '--json');
        expect(status).toBe(0);
        expect(stderr.split('\n')[0]).toMatch(/^tmll: .*ch0_1: The file is cut off .* it was read up to there\.$/);
        expect(Object.keys(JSON.parse(stdout)).length).toBeGreaterThan(0);
    });
});

describe('tmll', () => {
    const trace = join(SAMPLES, 'i-correlate');

    it.each<[string, RegExp, ...string[]]>([
        ['an unknown command', /^tmll: unknown command 'leeks'; "tmll help" tells/, 'leeks'],
        ['an unknown option', /^tmll: unknown option '--foo'/, 'events', trace, '--foo'],
        ['no trace', /^tmll: missing required argument 'TRACE'/, 'events'],
        [
            'a time that is none',
            /'--from <NS>' argument 'now' is invalid. Write nanoseconds/,
            'events',
            trace,
            '--from',
            'now'
        ],
        ['a time beyond 64 bits', /Times of traces have 64 bits/, 'events', trace, '--to', `${2n ** 63n}`],
        ['a range that ends before it starts', /ends at 4 ns, before/, 'events', trace, '--from', '5', '--to', '4'],
        ['a trace and a folder of it', /i-correlate.* is given twice/, 'events', trace, `${trace}/trace/ust`],
        ['a trace given twice', /i-correlate.* is given twice/, 'outputs', trace, `${trace}/`],
        ['an empty word', /'--output <K>' argument '' is invalid/, 'series', trace, '--output', ''],
        [
            'series of a range that has nothing of the trace',
            /has nothing of the trace/,
            'series',
            trace,
            '--output=rate',
            '--to=5'
        ],
        ['a number that is none', /'--limit <N>' argument '-1' is invalid/, 'events', trace, '--limit=-1'],
        ['no output', /required option '--output <K>' not specified/, 'series', trace],
        ['an output that is not there', /No output or series fits "disk"/, 'series', trace, '--output', 'disk'],
        ['two formats', /either as CSV or as JSON/, 'series', trace, '--output', 'rate', '--csv', '--json'],
        [
            'a duration that is none',
            /"soon" is not a duration/,
            'series',
            trace,
            '--output',
            'rate',
            '--resample',
            'soon'
        ],
        [
            'an unknown method',
            /"method" is "magic"; it must be one of auto, zscore, /,
            'anomalies',
            trace,
            '--method',
            'magic'
        ],
        ['an unknown parameter', /no parameter "foo"; there are: method, /, 'anomalies', trace, '--set', 'foo=1'],
        ['a value of the wrong type', /must be a number, not "x"/, 'anomalies', trace, '--set', 'zscoreThreshold=x'],
        ['a setting that is none', /"--set foo" is no setting/, 'anomalies', trace, '--set', 'foo'],
        [
            'a parameter given twice',
            /"method" is given twice/,
            'anomalies',
            trace,
            '--method=iqr',
            '--set',
            'method=iqr'
        ],
        ['a severity beyond 100', /Write a severity from 0 to 100/, 'anomalies', trace, '--fail-on', '101'],
        ['a range that has nothing of the trace', /has nothing of the trace/, 'anomalies', trace, '--to', '5'],
        ['an address that is none', /"here" is no address of a trace server/, 'outputs', trace, '--server', 'here']
    ])('refuses %s in one line, exit status 2', async (_, message, ...args) => {
        await expectOneLine(args, message);
    });

    it.each(['events', 'outputs', 'series', 'anomalies', 'detect', 'serve'])(
        'shows examples in the help of %s',
        async name => {
            const { status, stdout } = await cli.run(name, '--help');
            expect(status).toBe(0);
            expect(stdout).toContain(`Examples:\n  tmll ${name} `);
        }
    );

    it('names its commands and exit statuses in its help', async () => {
        const { status, stdout } = await cli.run();
        expect(status).toBe(0);
        expect(stdout).toMatch(/^Commands:$/m);
        expect(stdout).toContain('Exit status: 0 done, 1 a finding');
    });
});
