import type { XyOutput } from '../output';
import { rates } from '../sample';
import { isThreadSwitch, Scheduling } from './scheduling';

const ROOT = 'trace';
const PERCENT = 100;

/** Share of its time that each CPU ran any thread but the idle one. */
export const cpuUsagePerCpu: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'tmll.cpu-usage-per-cpu',
        name: 'CPU Usage per CPU',
        description: 'Show how much of its time each CPU of a Linux kernel trace was busy',
        type: 'TREE_TIME_XY'
    },
    recorders: [Scheduling],
    appliesTo: types => types.some(isThreadSwitch),
    tree: recording => ({
        headers: [],
        entries: [
            { key: ROOT, labels: [recording.name], hasData: false },
            ...recording.of(Scheduling).cpus.map(({ cpu }) => ({
                key: String(cpu),
                parent: ROOT,
                labels: [`CPU ${cpu}`],
                hasData: true,
                isDefault: true
            }))
        ]
    }),
    series(recording, key, sampling) {
        const schedule = key === ROOT ? undefined : recording.of(Scheduling).cpu(Number(key));
        return (
            schedule && {
                name: `${recording.name}/CPU ${key}`,
                values: rates(sampling, time => schedule.busy.upTo(time), PERCENT),
                unit: '%'
            }
        );
    }
};
