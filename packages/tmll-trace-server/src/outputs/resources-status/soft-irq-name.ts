/** Soft interrupts in the order of their vectors (include/linux/interrupt.h). */
const NAMES = [
    'High priority tasklet',
    'Timer',
    'Network TX',
    'Network RX',
    'Block device',
    'Block device IO Poll',
    'Tasklet',
    'Scheduler',
    'High res timer',
    'RCU data'
];

/** What a soft interrupt's vector is for. */
export function softIrqName(vector: number): string {
    return NAMES[vector] ?? 'unknown';
}
