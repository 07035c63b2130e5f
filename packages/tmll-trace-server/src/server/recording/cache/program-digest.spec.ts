import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programDigest } from './program-digest';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tmll-digest-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('programDigest', () => {
    it('changes with the script of a bundle, and with nothing beside it', () => {
        const script = join(folder, 'record-worker.js');
        writeFileSync(script, 'a');
        const before = programDigest(script);
        writeFileSync(join(folder, 'other.js'), 'b');
        expect(programDigest(script)).toBe(before);
        writeFileSync(script, 'c');
        expect(programDigest(script)).not.toBe(before);
    });

    it('changes with any script of the package, but not with tests', () => {
        const script = join(folder, 'lib/server/recording/record-worker.js');
        mkdirSync(join(folder, 'lib/server/recording'), { recursive: true });
        mkdirSync(join(folder, 'lib/outputs'));
        writeFileSync(script, 'a');
        const before = programDigest(script);
        writeFileSync(join(folder, 'lib/outputs/x.spec.js'), 'b');
        expect(programDigest(script)).toBe(before);
        writeFileSync(join(folder, 'lib/outputs/x.js'), 'b');
        expect(programDigest(script)).not.toBe(before);
    });
});
