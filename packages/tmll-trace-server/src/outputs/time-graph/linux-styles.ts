import type { OutputStyles } from '../output';

interface Look {
    readonly color: string;
    readonly height: number;
}

/** The looks of Trace Compass's kernel views. */
const looks = {
    Unknown: { color: '#646464', height: 0.33 },
    Usermode: { color: '#00c800', height: 1 },
    'System call': { color: '#0000c8', height: 1 },
    Interrupt: { color: '#c80064', height: 0.75 },
    'Wait blocked': { color: '#c8c800', height: 0.5 },
    'Wait for CPU': { color: '#c86400', height: 0.5 },
    Wait: { color: '#c8c8c8', height: 0.5 },
    Idle: { color: '#c8c8c8', height: 0.66 },
    'Soft Irq': { color: '#c89664', height: 1 },
    'Soft Irq raised': { color: '#c8c800', height: 1 },
    'CPU transition': { color: '#646464', height: 0.1 }
} as const satisfies Record<string, Look>;

export type LinuxStyle = keyof typeof looks;

/** One style of a time graph. */
export function linuxStyle(look: LinuxStyle, group: string, name: string = look): OutputStyles[string] {
    const { color, height } = looks[look];
    return {
        values: { 'background-color': color, height, opacity: 1, 'style-group': group, 'style-name': name }
    };
}

/** Several styles of a group, each called as it looks. */
export function linuxStyles(group: string, ...names: readonly LinuxStyle[]): OutputStyles {
    return Object.fromEntries(names.map(name => [name, linuxStyle(name, group)]));
}
