import type { EventType, FieldValue } from '../../trace/trace';
import type { EventHandler } from '../recording/trace-recording';
import { CallStacks } from './call-stacks';

const ENTRY = /^lttng_ust_cyg_profile(?:_fast)?:func_entry$/;
const EXIT = /^lttng_ust_cyg_profile(?:_fast)?:func_exit$/;

/** Whether an event is the entry of a function. */
export function isFunctionEntry({ name }: EventType): boolean {
    return ENTRY.test(name);
}

/**
 * Calls from the entries and exits of `-finstrument-functions`. An exit ends the last call entered, whatever function it names; without
 * one it is ignored.
 */
export class FunctionCalls extends CallStacks {
    handlerOf(type: EventType): EventHandler | undefined {
        if (isFunctionEntry(type)) {
            return event => {
                const label = formatAddress(event.fields.addr);
                if (label !== undefined) {
                    this.enter(event, label);
                }
            };
        }
        return EXIT.test(type.name) ? event => this.leave(event) : undefined;
    }
}

/** An address as Trace Compass shows one of which it knows no symbol: `000000000040472b`. */
function formatAddress(address: FieldValue | undefined): string | undefined {
    return typeof address === 'number' || typeof address === 'bigint'
        ? BigInt.asUintN(64, BigInt(address)).toString(16).padStart(16, '0')
        : undefined;
}
