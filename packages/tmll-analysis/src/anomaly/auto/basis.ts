import { formatDuration } from '../../series/duration';
import { typicalStep } from '../../series/typical-step';

/** Why a series was judged as it was, as it goes on after its name: "was compared with its own period, for it …". */
export const BASIS = {
    empty: 'has no values',
    tooShort: 'is too short to be judged',
    rare: 'changes too rarely to be judged',
    constant: 'is constant',
    level: 'does not repeat, so it was compared with its own level',
    period: (period: number, times: Float64Array): string =>
        `repeats every ${durationOf(period, times)}, so it was compared with its own period`
};

function durationOf(points: number, times: Float64Array): string {
    const step = typicalStep(times);
    return step === undefined ? `${points} points` : formatDuration(BigInt(Math.round(points * step)));
}
