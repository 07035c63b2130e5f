import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { findServiceScript } from './service-script';

describe('findServiceScript', () => {
    let root: string;
    const write = (path: string, text = ''): string => {
        const file = join(root, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
        return file;
    };

    beforeEach(() => (root = realpathSync(mkdtempSync(join(tmpdir(), 'tmll-')))));
    afterEach(() => rmSync(root, { recursive: true }));

    it('takes the copy beside the bundled backend first', () => {
        write('node_modules/tmll-service/package.json', '{}');
        write('node_modules/tmll-service/dist/service.js');
        const copy = write('lib/backend/tmll-service/service.js');
        expect(findServiceScript(join(root, 'lib/backend/main.js'))).toBe(copy);
    });

    it('takes the installed package else', () => {
        write('node_modules/tmll-service/package.json', '{}');
        const script = write('node_modules/tmll-service/dist/service.js');
        expect(findServiceScript(join(root, 'lib/backend/main.js'))).toBe(script);
    });

    it('says how to build the service when it is nowhere', () => {
        expect(() => findServiceScript(join(root, 'lib/backend/main.js'))).toThrow(/is not built.*npm run build/);
    });
});
