import { seededRandom } from '../ctf/test-support/random-layout';
import { mergeCursors } from './merge-cursors';
import { EventCursor, TraceEvent } from './trace';

/** A cursor that, as real ones do, yields the same object again and again. */
function cursorOf(name: string, times: readonly number[]): EventCursor & { closed: boolean } {
    const event = { time: 0, type: { name } } as { time: number; type: { name: string } };
    let index = 0;
    return {
        closed: false,
        next(): TraceEvent | undefined {
            if (index === times.length) {
                return undefined;
            }
            event.time = times[index++];
            return event as unknown as TraceEvent;
        },
        close(): void {
            this.closed = true;
        }
    };
}

function drain(cursor: EventCursor): string[] {
    const found: string[] = [];
    for (let event = cursor.next(); event; event = cursor.next()) {
        found.push(`${event.time}${event.type.name}`);
    }
    return found;
}

describe('mergeCursors', () => {
    test('reads in the order of time; of equal times the first cursor comes first', () => {
        const merged = mergeCursors([cursorOf('a', [1, 3, 3, 7]), cursorOf('b', [0, 3, 4]), cursorOf('c', [3])]);

        expect(drain(merged)).toEqual(['0b', '1a', '3a', '3a', '3b', '3c', '4b', '7a']);
    });

    test('equals sorting, for many cursors of random times', () => {
        const random = seededRandom(7);
        const streams = Array.from({ length: 23 }, (_, index) => ({
            name: `s${String(index).padStart(2, '0')}`,
            times: Array.from({ length: random(60) }, () => random(100)).sort((a, b) => a - b)
        }));
        const expected = streams
            .flatMap(({ name, times }) => times.map(time => ({ time, name })))
            .sort((a, b) => a.time - b.time || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
            .map(({ time, name }) => `${time}${name}`);

        expect(drain(mergeCursors(streams.map(({ name, times }) => cursorOf(name, times))))).toEqual(expected);
    });

    test('has nothing to read without cursors, or of empty ones', () => {
        expect(drain(mergeCursors([]))).toEqual([]);
        expect(drain(mergeCursors([cursorOf('a', []), cursorOf('b', [])]))).toEqual([]);
    });

    test('closes all, and then yields nothing', () => {
        const cursors = [cursorOf('a', [1, 2]), cursorOf('b', [1])];
        const merged = mergeCursors(cursors);
        merged.next();
        merged.close();

        expect(cursors.map(({ closed }) => closed)).toEqual([true, true]);
        expect(merged.next()).toBeUndefined();
    });

    test('closed before it is read yields nothing', () => {
        const merged = mergeCursors([cursorOf('a', [1]), cursorOf('b', [1])]);
        merged.close();

        expect(merged.next()).toBeUndefined();
    });
});
