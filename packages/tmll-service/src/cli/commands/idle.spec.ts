import { join } from 'node:path';
import { bundledCli } from '../../test-support/cli';
import { SAMPLES } from '../../test-support/shared-traces';

const cli = bundledCli();
const KERNEL = join(SAMPLES, 'w-kernel-ust');

interface Document {
    readonly provenance: { readonly range: { readonly startNs: string; readonly endNs: string } };
    readonly resources: readonly { readonly kind: string }[];
    readonly scheduling: {
        readonly cpus: readonly { readonly cpu: number; readonly busyNs: string; readonly contextSwitches: number }[];
    };
}

interface Events {
    readonly events: readonly {
        readonly ns: string;
        readonly type: string;
        readonly cpu: number;
        readonly fields: { readonly prev_tid: number; readonly next_tid: number };
    }[];
}

describe('tmll idle', () => {
    it('counts the time of CPUs and their switches exactly as the events of the trace do', async () => {
        const { provenance, resources, scheduling } = await cli.json<Document>('idle', KERNEL, '--output', 'cpu usage');
        expect(resources.map(({ kind }) => kind)).toContain('cpu');
        const [start, end] = [BigInt(provenance.range.startNs), BigInt(provenance.range.endNs) + 1n];
        const { events } = await cli.json<Events>('events', KERNEL);
        const running = new Map<number, { tid: number; since: bigint }>();
        const busy = new Map<number, bigint>();
        const switches = new Map<number, number>();
        const close = (cpu: number, until: bigint): void => {
            const { tid, since } = running.get(cpu) ?? { tid: 0, since: until };
            const [from, to] = [since > start ? since : start, until < end ? until : end];
            busy.set(cpu, (busy.get(cpu) ?? 0n) + (tid !== 0 && to > from ? to - from : 0n));
        };
        for (const { ns, type, cpu, fields } of events) {
            if (type === 'sched_switch') {
                const time = BigInt(ns);
                close(cpu, time);
                const isOther = running.has(cpu) && running.get(cpu)?.tid !== fields.next_tid;
                switches.set(cpu, (switches.get(cpu) ?? 0) + (isOther && time > start && time < end ? 1 : 0));
                running.set(cpu, { tid: fields.next_tid, since: time });
            }
        }
        running.forEach((_, cpu) => close(cpu, end));
        expect(scheduling.cpus).toHaveLength(2);
        for (const { cpu, busyNs, contextSwitches } of scheduling.cpus) {
            expect([cpu, BigInt(busyNs)]).toEqual([cpu, busy.get(cpu)]);
            expect([cpu, contextSwitches]).toEqual([cpu, switches.get(cpu)]);
        }
    });
});
