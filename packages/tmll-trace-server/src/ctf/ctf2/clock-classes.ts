import { Clock } from '../metadata/clock';
import { MAX_FREQUENCY } from '../metadata/trace-class-builder';
import { JsonObject } from './json-object';
import { uuidOf } from './uuid';

/** The clock classes of a metadata stream, by their internal ids (before CTF2-SPEC-2.0: by their names). */
export class ClockClasses {
    private readonly clocks = new Map<string, Clock>();

    add(fragment: JsonObject): void {
        const id = fragment.optionalText('id') ?? fragment.optionalText('name');
        if (id === undefined) {
            throw fragment.error('there is no "id"');
        }
        if (this.clocks.has(id)) {
            throw fragment.error(`the clock class "${id}" is declared twice`);
        }
        const frequency = fragment.integer('frequency');
        if (frequency < 1n || frequency > MAX_FREQUENCY) {
            throw fragment.error(`a clock cannot tick ${frequency} times a second`);
        }
        const offset = fragment.optionalObject('offset-from-origin') ?? fragment.optionalObject('offset');
        this.clocks.set(id, {
            name: fragment.optionalText('name') ?? id,
            frequency,
            offsetSeconds: offset?.optionalInteger('seconds') ?? 0n,
            offsetCycles: offset?.optionalInteger('cycles') ?? 0n,
            absolute: fragment.value('origin') === 'unix-epoch',
            precision: fragment.optionalInteger('precision'),
            accuracy: fragment.optionalInteger('accuracy'),
            uuid: uuidOf(fragment) ?? fragment.optionalText('uid')
        });
    }

    /** The default clock of a data stream class; undefined when it has none. */
    ofStream(fragment: JsonObject): Clock | undefined {
        const id = fragment.optionalText('default-clock-class-id') ?? fragment.optionalText('default-clock-class-name');
        if (id === undefined) {
            return undefined;
        }
        const clock = this.clocks.get(id);
        if (!clock) {
            throw fragment.error(`the clock class "${id}" is not declared before it`);
        }
        return clock;
    }

    all(): Clock[] {
        return [...this.clocks.values()];
    }
}
