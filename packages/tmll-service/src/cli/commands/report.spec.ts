import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';
import { temporaryFolder } from '../../test-support/temporary-folder';

const cli = bundledCli();
const PERIODIC = join(SAMPLES, 'g-periodic');

interface Report {
    readonly file: string;
    readonly parts: readonly {
        readonly module: string;
        readonly absence?: string;
        readonly findings?: readonly { readonly sentence: string }[];
    }[];
}

describe('tmll report', () => {
    const page = join(temporaryFolder(), 'report.html');

    it('writes what all analyses find as one page that fetches nothing', async () => {
        const { stdout } = await cli.run('report', PERIODIC, '-o', page);
        const html = await readFile(page, 'utf8');
        expect(html).toContain('<title>g-periodic: what TMLL found</title>');
        expect(html).toContain('data:image/svg+xml,');
        expect(html).not.toMatch(/(src|href)="(?!data:|#)/);
        expect(stdout).toContain(page);
    });

    it('takes the analyses that are named, tells them as JSON, and fails on a severe finding', async () => {
        const { status, stdout } = await cli.run(
            ...['report', PERIODIC, '-o', page, '--module', 'anomalies', '--fail-on', '60', '--json']
        );
        const { file, parts } = JSON.parse(stdout) as Report;
        expect(status).toBe(1);
        expect(file).toBe(page);
        expect(parts.map(({ module }) => module)).toEqual(['anomalies']);
        const html = await readFile(page, 'utf8');
        expect(html).toContain(parts[0].findings?.[0].sentence);
    });

    it.each([
        [['--module', 'horoscope'], 'There is no analysis "horoscope" for reports; there are: anomalies'],
        [['-o', '/no/such/folder/x.html'], 'name another file by --out']
    ])('refuses %p in one line', async (options, message) => {
        const { status, stderr } = await cli.run('report', PERIODIC, '-o', page, ...options);
        expect(status).toBe(2);
        expect(stderr).toContain(message);
        expect(stderr.trim().split('\n')).toHaveLength(1);
    });

    it('leaves a file alone when the trace cannot be opened', async () => {
        await writeFile(page, 'kept');
        expect((await cli.run('report', '/no/such/trace', '-o', page)).status).toBe(2);
        expect(await readFile(page, 'utf8')).toBe('kept');
    });
});
