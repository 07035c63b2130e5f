import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from './test-support/shared-traces';
import { openCtfTrace } from './open-traces';

const folder = join(sharedFolder(), 'public-traces');

/** What babeltrace2 2.0.4 found in the traces that it can read. */
const known: (readonly [string, Readonly<Record<string, string>>])[] = existsSync(folder)
    ? rows(readFileSync(join(folder, 'index.tsv'), 'utf8')).map(row => [row.trace, row] as const)
    : [];

/**
 * babeltrace2 itself says 967,700, as the packets' counters do and as the program did that wrote a million events, of which
 * 32,300 are there. The table's 282,700 are those numbers without what stands before the thousands' commas.
 */
const DISCARDED_OF_HELLO_LOST = 967_700;

(known.length > 0 ? describe : describe.skip)('public traces have what babeltrace2 finds in them', () => {
    test.each(known.length > 0 ? known : [['none', {}] as const])('%s', async (name, row) => {
        const trace = await openCtfTrace(join(folder, name));
        const cursor = trace.read();
        const counts = new Map<string, number>();
        let events = 0;
        for (let event = cursor.next(); event; event = cursor.next()) {
            events++;
            counts.set(event.type.name, (counts.get(event.type.name) ?? 0) + 1);
        }

        expect(events).toBe(Number(row.events));
        expect(String(trace.origin + BigInt(trace.start))).toBe(row.first_ns);
        expect(String(trace.origin + BigInt(trace.end))).toBe(row.last_ns);
        expect(trace.discarded).toBe(name === 'hello-lost' ? DISCARDED_OF_HELLO_LOST : Number(row.discarded_msgs));
        for (const type of row.top10_events.split(' ')) {
            const [, typeName, count] = /^(.*):(\d+)$/.exec(type) ?? [];
            expect([typeName, counts.get(typeName)]).toEqual([typeName, Number(count)]);
        }
    });
});

function rows(table: string): Record<string, string>[] {
    const [head, ...lines] = table.trimEnd().split('\n');
    const names = head.split('\t');
    return lines
        .map(line => Object.fromEntries(line.split('\t').map((value, index) => [names[index], value])))
        .filter(row => Number(row.events) > 0);
}
