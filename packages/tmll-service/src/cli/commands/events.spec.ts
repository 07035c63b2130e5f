import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES, tracesWithOracle } from '../../test-support/shared-traces';

const cli = bundledCli();
const PERIODIC = join(SAMPLES, 'g-periodic');

interface Counted {
    readonly events: number;
    readonly firstNs: string;
    readonly lastNs: string;
    readonly discarded: number;
    readonly types: Readonly<Record<string, number>>;
}

interface Listed {
    readonly events: readonly {
        readonly ns: string;
        readonly type: string;
        readonly stream: string;
        readonly cpu: number;
        readonly fields: Readonly<Record<string, unknown>>;
        readonly context: Readonly<Record<string, unknown>>;
    }[];
}

describe('tmll events', () => {
    it.each(tracesWithOracle().map(folder => [basename(folder), folder]))(
        'counts in %s what babeltrace2 counts',
        async (_, folder) => {
            const oracle = readFileSync(join(folder, 'oracle.json'), 'utf8');
            const { events, counts, discarded } = JSON.parse(oracle);
            const counted = await cli.json<Counted>('events', join(folder, 'trace'), '--count');
            expect(counted).toEqual({
                events,
                // Numbers beyond 2^53: taken from the text, not parsed.
                firstNs: /"first_ns": (\d+)/.exec(oracle)?.[1],
                lastNs: /"last_ns": (\d+)/.exec(oracle)?.[1],
                discarded: discarded.events,
                types: counts
            });
        }
    );

    it('lists events with all they have, in the order of their times', async () => {
        const { events } = await cli.json<Listed>('events', PERIODIC);
        expect(events).toHaveLength(17_065);
        const gauge = events.find(event => event.type === 'shop:gauge');
        expect(gauge).toEqual({
            ns: expect.stringMatching(/^\d{19}$/),
            type: 'shop:gauge',
            stream: expect.stringMatching(/ch0_\d$/),
            cpu: expect.any(Number),
            fields: { name: 'temp', value: expect.any(Number) },
            context: expect.any(Object)
        });
        expect(events.every((event, index) => index === 0 || BigInt(event.ns) >= BigInt(events[index - 1].ns))).toBe(
            true
        );
    });

    it('limits the time, both ends included, and the number', async () => {
        const { events: all } = await cli.json<Listed>('events', PERIODIC, '--limit', '200');
        expect(all).toHaveLength(200);
        const [from, to] = [all[100].ns, all[150].ns];
        const { events } = await cli.json<Listed>('events', PERIODIC, '--from', from, '--to', to);
        expect(events).toEqual(all.slice(100, 151));
        const counted = await cli.json<Counted>('events', PERIODIC, '--from', from, '--to', to, '--count');
        expect(counted).toMatchObject({ events: 51, firstNs: from, lastNs: to });
    });

    it('answers a range without events with none', async () => {
        expect(await cli.json('events', PERIODIC, '--to', '5', '--count')).toEqual({
            events: 0,
            discarded: 0,
            types: {}
        });
        expect(await cli.json('events', PERIODIC, '--from', '9000000000000000000')).toEqual({ events: [] });
    });

    it('merges several traces by time', async () => {
        const other = join(SAMPLES, 'i-correlate');
        const counted = await cli.json<Counted>('events', PERIODIC, other, '--count');
        expect(counted.events).toBe(17_065 + 2_027);
        const { events } = await cli.json<Listed>('events', other, PERIODIC);
        expect(events.every((event, index) => index === 0 || BigInt(event.ns) >= BigInt(events[index - 1].ns))).toBe(
            true
        );
    });

    it('prints lines for people', async () => {
        const { stdout } = await cli.run('events', PERIODIC, '--limit', '3');
        expect(stdout.trimEnd().split('\n')).toEqual(
            Array(3).fill(expect.stringMatching(/^2026-11-23T08:58:18\.\d{9}Z lttng_ust_\S+ cpu=\d/))
        );
        const { stdout: table } = await cli.run('events', PERIODIC, '--count');
        expect(table).toMatch(/^17,065 events from 2026-.*, 0 discarded\nTYPE +EVENTS\n/);
        expect(table).toMatch(/^shop:gauge +1,202$/m);
    });

    it('falls silent when its reader has seen enough', async () => {
        const child = cli.start('events', join(SAMPLES, 'w-kernel-ust'));
        let words = '';
        child.stderr?.on('data', data => (words += data));
        await once(child.stdout as NodeJS.ReadableStream, 'data');
        child.stdout?.destroy();
        expect(await once(child, 'exit')).toEqual([0, null]);
        expect(words).toBe('');
    });

    it.each([
        ['SIGINT', 130],
        ['SIGTERM', 143]
    ] as const)('ends in order on %s', async (signal, status) => {
        const child = cli.start('events', join(SAMPLES, 'w-kernel-ust'), '--json');
        let words = '';
        child.stderr?.on('data', data => (words += data));
        await once(child.stdout as NodeJS.ReadableStream, 'data');
        child.kill(signal);
        child.stdout?.resume();
        expect(await once(child, 'exit')).toEqual([status, null]);
        expect(words).toBe('');
    });

    it('reads Chrome trace events, and moves a trace of another host in time', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'tmll-events-'));
        try {
            const [web, db] = ['web', 'db'].map(name => join(folder, `${name}.json`));
            writeFileSync(web, '[{"ph":"X","name":"get","ts":1.5,"dur":2,"pid":1,"tid":1,"args":{"size":3}}]');
            writeFileSync(db, '[{"ph":"i","name":"query","ts":9}]');
            const types = async (...args: string[]) =>
                (await cli.json<Listed>('events', web, db, ...args)).events.map(({ ns, type }) => [ns, type]);
            expect(await types()).toEqual([
                ['1500', 'get'],
                ['9000', 'query']
            ]);
            expect(await types('--offset', 'db=-8.5us', '--offset', 'web=1us')).toEqual([
                ['500', 'query'],
                ['2500', 'get']
            ]);
            const { status, stderr } = await cli.run('events', web, '--offset', 'nope=1ms');
            expect([status, stderr]).toEqual([2, 'tmll: There is no trace "nope" to move; the traces are: web.\n']);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
