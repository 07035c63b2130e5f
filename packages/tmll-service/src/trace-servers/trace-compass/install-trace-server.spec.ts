import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
    ArchiveEntry,
    ArchiveServer,
    makeArchive,
    sha512,
    startArchiveServer
} from '../../test-support/archive-server';
import { temporaryFolder } from '../../test-support/temporary-folder';
import { findTraceCompass } from './find-executable';
import { InstallOptions, InstallProgress, installTraceServer } from './install-trace-server';
import { latestRelease } from './release';

const FOLDER = temporaryFolder();
const NOISE = randomBytes(200_000).toString('base64');
const GOOD: readonly ArchiveEntry[] = [
    { path: 'trace-compass-server/', type: 'folder' },
    { path: 'trace-compass-server/tracecompass-server', content: '#!/bin/sh\n' },
    { path: 'trace-compass-server/tracecompass-server.ini', content: '-vmargs\n', mode: 0o644 },
    { path: 'trace-compass-server/plugins/noise.jar', content: NOISE, mode: 0o644 },
    { path: 'trace-compass-server/plugins/link.jar', type: 'link', target: '../plugins/noise.jar' }
];
let folders = 0;

describe('installTraceServer', () => {
    let server: ArchiveServer;
    let dataFolder: string;
    let progress: InstallProgress[];

    beforeEach(async () => {
        server = await startArchiveServer(makeArchive(GOOD));
        dataFolder = join(FOLDER, String(folders++));
        progress = [];
    });

    const install = (more: InstallOptions = {}): ReturnType<typeof installTraceServer> =>
        installTraceServer({
            dataFolder,
            url: server.url,
            onProgress: each => progress.push(each),
            download: { pauseMs: 1, silenceMs: 300, attempts: 3, ...more.download },
            ...more
        });
    const installed = (): string => join(dataFolder, 'trace-compass/trace-compass-server/tracecompass-server');

    it('puts the server in place, executable, tells how far it is, and leaves nothing else behind', async () => {
        const { executable } = await install();
        expect(executable).toBe(installed());
        expect(statSync(executable).mode & 0o111).not.toBe(0);
        expect(readFileSync(join(executable, '../plugins/link.jar'), 'utf8')).toBe(NOISE);
        expect([...new Set(progress.map(({ step }) => step))]).toEqual([
            'downloading',
            'checking',
            'unpacking',
            'done'
        ]);
        const last = progress.filter(({ step }) => step === 'downloading').at(-1);
        expect([last?.bytes, last?.totalBytes]).toEqual(Array(2).fill(server.behaviour.archive.length));
        expect(readdirSync(join(dataFolder, 'trace-compass.install'))).toEqual([]);
        expect(await findTraceCompass({ platform: 'linux', environment: {}, dataFolder })).toEqual({
            executable,
            from: 'installation'
        });
    });

    it('downloads nothing when one is there, unless it is forced to', async () => {
        await install();
        await install();
        expect(server.ranges).toHaveLength(1);
        await install({ force: true });
        expect(server.ranges).toHaveLength(2);
    });

    it('goes on where a connection broke, again and again', async () => {
        Object.assign(server.behaviour, { cutAfter: 30_000, cuts: 4 });
        await install();
        expect(server.ranges[0]).toBeUndefined();
        expect(server.ranges.slice(1).every(range => /^bytes=\d+-$/.test(range ?? ''))).toBe(true);
        expect(existsSync(installed())).toBe(true);
    });

    it('goes on where an earlier call stopped', async () => {
        Object.assign(server.behaviour, { cutAfter: 50_000, cuts: 1 });
        await expect(install({ download: { attempts: 1, pauseMs: 1 } })).rejects.toThrow(/goes on where it stopped/);
        await install();
        expect(server.ranges[1]).toMatch(/^bytes=[1-9]\d*-$/);
    });

    it('begins again when the file has changed since, or the server sends another part than asked for, or all of it', async () => {
        for (const change of [
            { etag: '"two"', archive: makeArchive([...GOOD].reverse()) },
            { wrongRange: true },
            { ignoresRanges: true }
        ]) {
            Object.assign(server.behaviour, { cutAfter: 50_000, cuts: 1 });
            await expect(install({ force: true, download: { attempts: 1, pauseMs: 1 } })).rejects.toThrow();
            Object.assign(server.behaviour, change);
            await install({ force: true });
            expect(existsSync(installed())).toBe(true);
        }
    });

    it('stops when it is cancelled, and goes on from there the next time', async () => {
        server.behaviour.stalls = true;
        const cancelling = new AbortController();
        const waiting = install({
            signal: cancelling.signal,
            download: { silenceMs: 20_000 },
            // Once something has come and had the time to get to the disk.
            onProgress: () => setTimeout(() => cancelling.abort(new Error('enough')), 300)
        });
        await expect(waiting).rejects.toThrow('enough');
        server.behaviour.stalls = false;
        await install();
        expect(server.ranges.at(-1)).toMatch(/^bytes=[1-9]\d*-$/);
    });

    it.each<[string, (behaviour: ArchiveServer['behaviour']) => void, RegExp]>([
        ['sends less than it says', it => (it.claimedLength = it.archive.length + 10), /failed 3 times in a row/],
        ['stops in the middle and stays silent', it => (it.stalls = true), /nothing came for 0\.3 s/],
        ['has no such file', it => (it.status = 404), /answered 404; give another address/],
        ['is out of order', it => (it.status = 503), /failed 3 times in a row \(the server answered 503\)/],
        ['sends a web page', it => (it.contentType = 'text/html; charset=utf-8'), /is a web page/],
        ['says that its file is huge', it => (it.claimedLength = 2 ** 40), /more than a trace server can be/],
        ['sends what is no archive', it => (it.archive = randomBytes(5000)), /archive is (damaged|refused)/],
        [
            'sends half of an archive as a whole',
            it => (it.archive = it.archive.subarray(0, 90_000)),
            /archive is damaged/
        ],
        [
            'sends an archive of something else',
            it => (it.archive = makeArchive([{ path: 'readme.txt' }])),
            /holds no tracecompass-server/
        ],
        [
            'publishes another checksum',
            it => (it.sha512 = 'a'.repeat(128)),
            /not the file that its checksum \(sha512\) names/
        ],
        ['publishes a checksum that makes no sense', it => (it.sha512 = 'oops'), /makes no sense/]
    ])('installs nothing, keeps what was there and says why when the server %s', async (_, misbehave, message) => {
        await install();
        writeFileSync(installed(), 'the old one', { mode: 0o755 });
        misbehave(server.behaviour);
        await expect(install({ force: true })).rejects.toThrow(message);
        expect(readFileSync(installed(), 'utf8')).toBe('the old one');
        const left = readdirSync(join(dataFolder, 'trace-compass.install')).filter(
            name => !name.endsWith('.gz') && !name.endsWith('.json')
        );
        expect(left).toEqual([]);
    });

    it.each<[string, ArchiveEntry]>([
        ['a file above its folder', { path: '../evil', content: 'x' }],
        ['a file above its folder, in disguise', { path: 'a/b/../../../evil', content: 'x' }],
        ['an absolute path', { path: '/tmp/tmll-evil', content: 'x' }],
        ['a path of Windows', { path: '..\\..\\evil', content: 'x' }],
        ['a link to the outside', { path: 'trace-compass-server/etc', type: 'link', target: '/etc' }],
        ['a link above its folder', { path: 'trace-compass-server/up', type: 'link', target: '../../..' }],
        ['a hard link to the outside', { path: 'passwords', type: 'hard-link', target: '../../secret' }],
        ['a device', { path: 'null', type: 'device' }]
    ])('refuses an archive with %s before a file is written', async (_, entry) => {
        server.behaviour.archive = makeArchive([...GOOD, entry]);
        await expect(install()).rejects.toThrow(
            /^The archive is refused: ".*" (leads|links|is neither).*do not use it\.$/
        );
        expect(existsSync(join(dataFolder, 'trace-compass'))).toBe(false);
        expect(existsSync('/tmp/tmll-evil')).toBe(false);
    });

    it('checks the published checksum, alone or among others', async () => {
        const sum = sha512(server.behaviour.archive);
        for (const text of [
            sum,
            `${sum}  server.tar.gz\n`,
            `${'b'.repeat(128)}  other.tar.gz\n${sum} *server.tar.gz\n`
        ]) {
            server.behaviour.sha512 = text;
            expect((await install({ force: true })).checksum).toBe('sha512');
        }
    });

    it.each(['ftp://x/y.tar.gz', 'nonsense', 'file:///etc/passwd'])('refuses the address %s', async url => {
        await expect(install({ url })).rejects.toThrow(/is no address of an archive/);
    });
});

describe('latestRelease', () => {
    it.each([
        ['linux', 'x64', 'linux.gtk.x86_64'],
        ['linux', 'arm64', 'linux.gtk.aarch64'],
        ['darwin', 'x64', 'macosx.cocoa.x86_64'],
        ['darwin', 'arm64', 'macosx.cocoa.aarch64'],
        ['win32', 'x64', 'win32.win32.x86_64'],
        ['win32', 'arm64', 'win32.win32.x86_64']
    ])('knows the build for %s on %s', (platform, architecture, build) => {
        expect(latestRelease(platform, architecture).url).toMatch(
            new RegExp(`^https://download\\.eclipse\\.org/.*-latest-${build}\\.tar\\.gz$`)
        );
    });

    it('says when there is none', () => {
        expect(() => latestRelease('aix', 'ppc64')).toThrow(/no Trace Compass server for aix on ppc64/);
    });
});
