import { readdir, readFile, stat } from 'fs/promises';
import { dirname, join } from 'path';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { ILogger } from '@theia/core';
import { BackendApplicationPath } from '@theia/core/lib/node';
import { SampleTraceFolder } from '../../common/tmll-server';

/** The sample is in `<folder>/trace`, its name and description in `<folder>/sample.json`. */
interface SampleDescription {
    readonly name: string;
    readonly description: string;
}

/** Finds the sample traces: in the folder `TMLL_SAMPLES`, else in `samples` of the application's folder or one above it. */
@injectable()
export class SampleTraceFinder {
    @inject(ILogger)
    @named('tmll:samples')
    protected readonly logger: ILogger;

    /** In the order of their folders' names; empty when there are no samples. */
    async find(): Promise<readonly SampleTraceFolder[]> {
        const root = process.env.TMLL_SAMPLES ?? (await findAbove(BackendApplicationPath, 'samples'));
        if (!root) {
            return [];
        }
        const samples = await Promise.all((await this.foldersOf(root)).map(folder => this.read(folder)));
        return samples.filter(sample => sample !== undefined);
    }

    protected async foldersOf(root: string): Promise<string[]> {
        try {
            const entries = await readdir(root, { withFileTypes: true });
            const folders = entries.filter(entry => entry.isDirectory()).map(entry => join(root, entry.name));
            return folders.sort();
        } catch (error) {
            this.logger.warn(`The folder of sample traces cannot be read: ${root}`, error);
            return [];
        }
    }

    protected async read(folder: string): Promise<SampleTraceFolder | undefined> {
        try {
            const text = await readFile(join(folder, 'sample.json'), 'utf8');
            const { name, description } = JSON.parse(text) as SampleDescription;
            return { name, description, path: join(folder, 'trace') };
        } catch (error) {
            this.logger.warn(`Not a sample trace, as it has no readable sample.json: ${folder}`, error);
            return undefined;
        }
    }
}

/** The folder called `name` in `start` or the nearest folder above it that has one. */
async function findAbove(start: string, name: string): Promise<string | undefined> {
    const candidate = join(start, name);
    if (await isFolder(candidate)) {
        return candidate;
    }
    const parent = dirname(start);
    return parent === start ? undefined : findAbove(parent, name);
}

async function isFolder(path: string): Promise<boolean> {
    try {
        return (await stat(path)).isDirectory();
    } catch {
        return false;
    }
}
