import { nls } from '@theia/core';
import type { ParameterSchema } from 'tmll-analysis/algorithms';

/** A named set of parameters of an analysis. */
export interface Preset {
    /** Id of the analysis. */
    readonly module: string;
    /** Unique among those of its analysis. */
    readonly name: string;
    /** One line on when it fits. */
    readonly description?: string;
    /** All others are at their defaults. */
    readonly parameters: Readonly<Record<string, number | boolean | string>>;
    /** Of a user, who may rename and delete it. */
    readonly isOwn?: boolean;
}

/**
 * The presets that a preference holds: those that are well-formed; one of the user's with a name of an earlier one is left out.
 * @param value of the preference, of whatever form
 */
export function readPresets(value: unknown): readonly Preset[] {
    const presets: Preset[] = [];
    for (const entry of Array.isArray(value) ? value : []) {
        if (isPreset(entry) && !presets.some(other => isSame(other, entry))) {
            const { module, name, description, parameters } = entry;
            presets.push({ module, name, description, parameters, isOwn: true });
        }
    }
    return presets;
}

/** Whether two presets are the same by name, whatever they hold. */
export function isSame(a: Pick<Preset, 'module' | 'name'>, b: Pick<Preset, 'module' | 'name'>): boolean {
    return a.module === b.module && a.name.toLowerCase() === b.name.toLowerCase();
}

/** What of a preset the analysis knows: a later version may have other parameters. */
export function knownParameters(preset: Preset, { properties }: ParameterSchema): Preset['parameters'] {
    return Object.fromEntries(
        Object.entries(preset.parameters).filter(([name, value]) => {
            const type = properties[name]?.type;
            return type === typeof value || (type === 'integer' && typeof value === 'number');
        })
    );
}

function isPreset(value: unknown): value is Preset {
    const { module, name, description, parameters } = (value ?? {}) as Partial<Preset>;
    return (
        typeof module === 'string' &&
        typeof name === 'string' &&
        name.trim() !== '' &&
        (description === undefined || typeof description === 'string') &&
        typeof parameters === 'object' &&
        parameters !== null &&
        !Array.isArray(parameters)
    );
}

function shipped(
    module: string,
    id: string,
    name: string,
    description: string,
    parameters: Preset['parameters']
): Preset {
    return {
        module,
        name: nls.localize(`tmll/presets/${module}/${id}`, name),
        description: nls.localize(`tmll/presets/${module}/${id}/hint`, description),
        parameters
    };
}

/** What comes with the application. */
export const SHIPPED_PRESETS: readonly Preset[] = [
    shipped('anomalies', 'sensitive', 'Sensitive', 'Also what is only a little unusual; some alarms will be false.', {
        autoSensitivity: 2
    }),
    shipped('anomalies', 'strict', 'Few false alarms', 'Only what is far out; for noisy traces and for gates in CI.', {
        autoSensitivity: 0.5
    }),
    shipped(
        'anomalies',
        'periodic',
        'Periodic load',
        'For load that repeats: what breaks the pattern, by a SARIMA model.',
        {
            method: 'seasonality'
        }
    ),
    shipped(
        'anomalies',
        'rhythm',
        'Lost rhythm',
        'For timers and polling: stretches with another rhythm, or with none.',
        {
            method: 'frequency_domain'
        }
    ),
    shipped(
        'anomalies',
        'peers',
        'Odd one out',
        'For CPUs, threads or disks that ought to behave alike: which one does not.',
        {
            comparePeers: true
        }
    ),
    shipped('leaks', 'embedded', 'Small device', 'For devices where 64 MiB lost hurt.', { memoryBudget: 64 }),
    shipped('leaks', 'service', 'Runs for months', 'For servers that are never restarted: slow leaks count too.', {
        slopeThreshold: 0.05,
        memoryBudget: 256
    }),
    shipped('leaks', 'kernel', 'Kernel memory', 'For kernel traces with kmem_* events.', { heap: 'kernel' }),
    shipped(
        'changepoints',
        'large',
        'Only large changes',
        'For noisy series: a change must explain three times as much.',
        {
            penaltyFactor: 3
        }
    ),
    shipped('changepoints', 'faint', 'Faint changes too', 'For quiet series, and for what shows in several a little.', {
        penaltyFactor: 0.5,
        method: 'all'
    }),
    shipped('changepoints', 'trend', 'Start of a trend', 'For leaks and slow degradation: where a slope begins.', {
        cost: 'trend'
    }),
    shipped('correlate', 'sure', 'Only sure relations', 'For many series: one in a thousand may be false.', {
        significance: 0.001
    }),
    shipped(
        'correlate',
        'rank',
        'Outliers do not matter',
        'For bursts: compares the order of values, not their size.',
        {
            method: 'spearman'
        }
    ),
    shipped(
        'lag',
        'granger',
        'With a test of foretelling',
        'Also asks whether the past of one helps to foretell the other.',
        {
            granger: true
        }
    ),
    shipped(
        'explain',
        'sure',
        'Only sure changes',
        'For long traces with many threads: one in a thousand may be false.',
        {
            significance: 0.001
        }
    ),
    shipped(
        'forecast',
        'early',
        'Early warning',
        'For capacity planning: warns from 70 % of a CPU on, ten times as far ahead.',
        {
            cpuThreshold: 70,
            forecastSteps: 1000
        }
    ),
    shipped(
        'forecast',
        'load',
        'Vector autoregression',
        'For series that drive one another: foretells each from all.',
        {
            method: 'var'
        }
    ),
    shipped('idle', 'deep', 'Deep idle', 'For power: a CPU is idle only below 1 %.', { cpuIdleThreshold: 1 }),
    shipped('idle', 'short', 'Short pauses', 'For latency: pauses from 10 ms on.', { idleTime: '10ms' }),
    shipped('cluster', 'odd', 'With outliers', 'For groups of any shape, and series that fit in none (DBSCAN).', {
        method: 'dbscan'
    }),
    shipped('cluster', 'phases', 'Phases only', 'For long traces: start-up, load, rest – when the behaviour changes.', {
        of: 'phases'
    })
];
