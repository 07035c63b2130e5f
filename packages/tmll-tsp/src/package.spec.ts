import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const isBuilt = existsSync(join(root, 'lib/index.js'));
if (!isBuilt) {
    process.stderr.write('tmll-tsp is not compiled: the test of its package is skipped; run "npx tsc -b" first.\n');
}

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'tmll-tsp-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function npm(cwd: string, ...args: string[]): void {
    const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(command, [...args, '--no-audit', '--no-fund', '--ignore-scripts'], { cwd, stdio: 'pipe' });
}

const PROGRAM = `
    const { createTspClient, QueryHelper, unwrap } = require('tmll-tsp');
    const JSONbig = require(require.resolve('json-bigint', {
        paths: [require.resolve('tsp-typescript-client', { paths: [require.resolve('tmll-tsp')] })]
    }))();
    console.log(String(JSONbig.parse('[1448652394359148425]')[0]), typeof createTspClient('http://localhost').fetchTraces);
`;

(isBuilt ? describe : describe.skip)('the package', () => {
    it('installs from its tarball in an empty folder, with nothing else and without the override of this repository', () => {
        const [staged, empty] = [join(folder, 'staged'), mkdtempSync(join(folder, 'empty-'))];
        execFileSync(process.execPath, [join(root, 'scripts/stage.mjs'), staged]);
        npm(staged, 'pack', '--pack-destination', folder);
        const tarball = readdirSync(folder).find(name => name.endsWith('.tgz')) ?? '';
        writeFileSync(join(empty, 'package.json'), '{"private":true}');
        npm(empty, 'install', '--offline', join(folder, tarball));
        const output = execFileSync(process.execPath, ['-e', PROGRAM], { cwd: empty, encoding: 'utf8' });
        expect(output.trim()).toBe('1448652394359148425 function');
        expect(existsSync(join(empty, 'node_modules/tmll-tsp/lib/package.spec.js'))).toBe(false);
    });
});
