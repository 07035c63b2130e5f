import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Entry, open, Options, ZipFile } from 'yauzl';

/** Unpacks a zip into a folder; the names of its entries. */
export async function unpack(path: string, folder: string): Promise<string[]> {
    const zip = (await promisify<string, Options, ZipFile | undefined>(open)(path, { lazyEntries: true })) as ZipFile;
    const names: string[] = [];
    const write = async (entry: Entry): Promise<void> => {
        const target = join(folder, entry.fileName);
        mkdirSync(dirname(target), { recursive: true });
        const content = await promisify(zip.openReadStream.bind(zip) as typeof zip.openReadStream)(entry);
        await pipeline(content as unknown as NodeJS.ReadableStream, createWriteStream(target));
    };
    await new Promise<void>((resolve, reject) => {
        zip.on('entry', (entry: Entry) => {
            names.push(entry.fileName);
            write(entry).then(() => zip.readEntry(), reject);
        });
        zip.on('end', resolve);
        zip.on('error', reject);
        zip.readEntry();
    });
    return names;
}
