import { nls } from '@theia/core';
import { OverlaySeverity } from 'tmll-viewer';

/** Lowest severity (0 to 100) of each level, the worst level first. */
const LEVELS: readonly (readonly [OverlaySeverity, number])[] = [
    ['critical', 80],
    ['high', 60],
    ['medium', 40],
    ['low', 20],
    ['info', 0]
];

/** The level that a severity from 0 to 100 falls into: five of equal width. */
export function severityLevel(severity: number): OverlaySeverity {
    return LEVELS.find(([, lowest]) => severity >= lowest)?.[0] ?? 'info';
}

/** The level as a word, so that it does not rest on colour alone. */
export function severityLabel(level: OverlaySeverity): string {
    switch (level) {
        case 'critical':
            return nls.localize('tmll/severity/critical', 'Critical');
        case 'high':
            return nls.localize('tmll/severity/high', 'High');
        case 'medium':
            return nls.localize('tmll/severity/medium', 'Medium');
        case 'low':
            return nls.localize('tmll/severity/low', 'Low');
        case 'info':
            return nls.localize('tmll/severity/info', 'Info');
    }
}
