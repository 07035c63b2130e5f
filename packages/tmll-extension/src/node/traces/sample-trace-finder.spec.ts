import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Container } from '@theia/core/shared/inversify';
import { ILogger } from '@theia/core';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { SampleTraceFinder } from './sample-trace-finder';

describe('SampleTraceFinder', () => {
    let root: string;
    let finder: SampleTraceFinder;

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), 'tmll-'));
        process.env.TMLL_SAMPLES = root;
        const container = new Container();
        container.bind(ILogger).to(MockLogger);
        finder = container.resolve(SampleTraceFinder);
    });

    afterEach(() => {
        delete process.env.TMLL_SAMPLES;
        rmSync(root, { recursive: true });
    });

    it('answers with the described folders in the order of their names', async () => {
        for (const name of ['b', 'a']) {
            mkdirSync(join(root, name));
            writeFileSync(join(root, name, 'sample.json'), JSON.stringify({ name: `Trace ${name}`, description: 'd' }));
        }
        expect(await finder.find()).toEqual([
            { name: 'Trace a', description: 'd', path: join(root, 'a', 'trace') },
            { name: 'Trace b', description: 'd', path: join(root, 'b', 'trace') }
        ]);
    });

    it('leaves out what has no readable description', async () => {
        mkdirSync(join(root, 'plain'));
        mkdirSync(join(root, 'broken'));
        writeFileSync(join(root, 'broken', 'sample.json'), '{');
        expect(await finder.find()).toEqual([]);
    });

    it('answers with none when the folder is not there', async () => {
        process.env.TMLL_SAMPLES = join(root, 'missing');
        expect(await finder.find()).toEqual([]);
    });

    it('finds the samples above the application when no folder is named', async () => {
        delete process.env.TMLL_SAMPLES;
        const paths = (await finder.find()).map(({ path }) => path);
        expect(paths.every(path => path.includes(join('samples', '')))).toBe(true);
    });
});
