import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type * as plugin from './extension';
import { eventually } from './test-support/eventually';
import { fakeContext } from './test-support/fake-context';
import { GatewayClient } from './test-support/gateway-client';
import { StandInViewer } from './test-support/stand-in-viewer';
import { bundledService, SAMPLE, temporaryFolder } from './test-support/test-service';
import { unpack } from './test-support/unpack';
import { commands, fakeHost } from './test-support/vscode';

const PACKAGE = resolve(__dirname, '..');
const SCRIPTS = resolve(PACKAGE, '../../scripts/steps/vsix.mjs');
const service = bundledService();
const folder = temporaryFolder();

/** Packs what was bundled from the sources, and unpacks it as a host does. */
async function unpacked(): Promise<{ readonly names: string[]; readonly extension: string }> {
    const bundle = join(folder, 'bundle');
    const run = (...args: string[]): string => execFileSync(process.execPath, args, { encoding: 'utf8' });
    run(join(PACKAGE, 'build.mjs'), '--out', bundle);
    const options = JSON.stringify({ folder: join(folder, 'vsix'), plugin: bundle, service });
    const script = `import { packVsix } from ${JSON.stringify(SCRIPTS)}; console.log(await packVsix(${options}));`;
    const path = run('--input-type=module', '--eval', script).trim();
    expect(path).toMatch(/tmll-plugin-\d+\.\d+\.\d+\.vsix$/);
    const names = await unpack(path, join(folder, 'unpacked'));
    return { names, extension: join(folder, 'unpacked/extension') };
}

describe('the package of the companion', () => {
    let names: string[];
    let extension: string;
    let loaded: typeof plugin;
    let manifest: Record<string, unknown>;
    const context = fakeContext(join(folder, 'kept'));

    beforeAll(async () => {
        ({ names, extension } = await unpacked());
        manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as Record<string, unknown>;
        loaded = jest.requireActual<typeof plugin>(join(extension, String(manifest.main)));
    });

    afterAll(async () => {
        await loaded.deactivate();
        context.subscriptions.forEach(each => each.dispose());
        const { pid } = JSON.parse(readFileSync(join(folder, 'data/service.json'), 'utf8')) as { pid: number };
        process.kill(pid, 'SIGTERM');
    });

    it('has what a host looks for, and nothing that is to be installed', () => {
        expect(names.slice(0, 2)).toEqual(['[Content_Types].xml', 'extension.vsixmanifest']);
        const files = ['package.json', 'README.md', 'LICENSE.txt', 'resources/icon.png', 'dist/extension.js'];
        const ofService = ['service', 'analysis-worker', 'record-worker', 'trace-server', 'worker'];
        const expected = [...files, ...ofService.map(name => `dist/tmll-service/${name}.js`)];
        expect(names).toEqual(expect.arrayContaining(expected.map(name => `extension/${name}`)));
        expect(names.filter(name => /node_modules|\.map$|\.ts$/.test(name))).toEqual([]);
        expect(Object.keys(manifest)).not.toEqual(
            expect.arrayContaining([expect.stringMatching(/^(private|scripts|dependencies|devDependencies)$/)])
        );
        const xml = readFileSync(join(extension, '../extension.vsixmanifest'), 'utf8');
        expect(xml).toContain(`Id="tmll-plugin" Version="${manifest.version}" Publisher="${manifest.publisher}"`);
        const assets = [...xml.matchAll(/ Path="([^"]+)"/g)].map(([, path]) => path);
        expect(names).toEqual(expect.arrayContaining(assets));
        const extensions = new Set(names.slice(2).map(name => name.slice(name.lastIndexOf('.'))));
        const types = readFileSync(join(extension, '../[Content_Types].xml'), 'utf8');
        expect([...extensions].filter(each => !types.includes(`Extension="${each}"`))).toEqual([]);
    });

    it('declares every command that it registers, and the other way round', () => {
        const { commands: declared } = manifest.contributes as { commands: readonly { command: string }[] };
        const text = readFileSync(join(extension, 'dist/extension.js'), 'utf8');
        const inner = ['gateway', 'reveal', 'refreshViews', 'refreshTraces', 'findings', 'report', 'status'];
        const named = new Set([...text.matchAll(/"tmll\.plugin\.(\w+)"/g)].map(([, name]) => name));
        inner.forEach(name => named.delete(name));
        expect([...named].sort()).toEqual(declared.map(({ command }) => command.slice('tmll.plugin.'.length)).sort());
    });

    it('starts with the service in it, and analyzes a trace', async () => {
        fakeHost.reset();
        process.env.TMLL_DATA_DIR = join(folder, 'data');
        const viewer = new StandInViewer();
        viewer.install();
        await loaded.activate(context);
        const address = await eventually(() => {
            const url = String(fakeHost.setting('trace-compass.traceserver.url'));
            return url !== 'http://localhost:8080' && url;
        }, 'the gateway');
        viewer.open(await new GatewayClient(address).open(SAMPLE, 'g-periodic'));
        await commands.executeCommand('tmll.plugin.analyzeTrace');
        const { text } = await eventually(
            () => fakeHost.messages.find(message => /^g-periodic: /.test(message.text)),
            'the message'
        );
        expect(text).toMatch(/^g-periodic: [1-9]\d* analyses, [1-9]\d* findings\./);
    }, 120_000);
});
