import { JsonValue } from 'tmll-trace-server';
import { SeverityLevel } from '../../protocol';

interface StyledLevel {
    readonly name: SeverityLevel;
    /** Lowest severity (0 to 100). */
    readonly lowest: number;
    readonly color: string;
}

/** Five levels of equal width, the worst first, in colours that show on light and dark grounds. */
const LEVELS: readonly StyledLevel[] = [
    { name: 'Critical', lowest: 80, color: '#d32f2f' },
    { name: 'High', lowest: 60, color: '#ef6c00' },
    { name: 'Medium', lowest: 40, color: '#f9a825' },
    { name: 'Low', lowest: 20, color: '#1e88e5' },
    { name: 'Info', lowest: 0, color: '#78909c' }
];

/** The level that a severity from 0 to 100 falls into. */
export function severityLevel(severity: number): StyledLevel {
    return LEVELS.find(({ lowest }) => severity >= lowest) ?? LEVELS[LEVELS.length - 1];
}

/** Key of the style of a severity in `SEVERITY_STYLES`. */
export function severityStyle(severity: number): string {
    return severityLevel(severity).name;
}

/** Styles of states, by severity. */
export const SEVERITY_STYLES: Readonly<Record<string, JsonValue>> = Object.fromEntries(
    LEVELS.map(({ name, color }) => [
        name,
        {
            values: {
                'style-name': name,
                'style-group': 'Severity',
                'background-color': color,
                opacity: 1,
                height: 1
            }
        }
    ])
);
