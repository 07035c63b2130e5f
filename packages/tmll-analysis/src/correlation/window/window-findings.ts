import { formatDuration } from '../../series/duration';
import { Finding } from '../../series/finding';
import { formatValue } from '../../series/format';
import { WindowChange, WindowData } from './window-result';

/** Further causes are in the data only. */
const MOST_FINDINGS = 20;

/**
 * The causes that are more than chance, one finding each, the most important first.
 * @param significance greatest corrected p-value
 */
export function windowFindings({ causes, window }: WindowData, significance: number): Finding[] {
    const sure = causes.filter(({ changes: [change] }) => change.adjustedPValue <= significance);
    return sure.slice(0, MOST_FINDINGS).map(({ changes: [change], sentence }) => ({
        id: ['cause', change.outputId, change.id].join('/'),
        kind: 'cause',
        series: { outputId: change.outputId, path: change.path },
        startNs: change.onsetNs < window.endNs ? change.onsetNs : window.startNs,
        endNs: window.endNs,
        severity: 100 * change.importance,
        confidence: 1 - change.adjustedPValue,
        actual: change.window,
        expected: { value: change.baseline },
        unit: change.unit,
        sentence
    }));
}

/** "block writes by tl-io ×8.3 (from 12 to 97 MiB/s), starts 120 ms before". */
export function changeSentence(change: WindowChange, stepNs: bigint): string {
    return `${change.name} ${sizeOf(change)}, ${timingOf(change.leadNs, stepNs)}.`;
}

function sizeOf({ baseline, window, ratio, unit, difference }: WindowChange): string {
    const [before, now] = [formatValue(baseline, unit, [window]), formatValue(window, unit, [baseline])];
    if (ratio === undefined || ratio > 1000) {
        return `${difference > 0 ? 'rises' : 'falls'} from ${before} to ${now}`;
    }
    const factor = ratio >= 10 ? ratio.toFixed(0) : ratio >= 1 ? ratio.toFixed(1) : ratio.toPrecision(2);
    return `×${factor} (${before} to ${now})`;
}

/** What is nearer than a bin cannot be told from the symptom. */
function timingOf(leadNs: bigint, stepNs: bigint): string {
    const distance = leadNs < 0n ? -leadNs : leadNs;
    if (distance <= stepNs) {
        return 'starts with it';
    }
    return `starts ${formatDuration(distance)} ${leadNs > 0n ? 'before' : 'after'}`;
}
