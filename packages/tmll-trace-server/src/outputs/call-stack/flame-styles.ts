import type { ElementStyle, OutputStyles } from '../output';
import { type ColorWheel, wheelColor } from '../time-graph/wheel-color';

const WHEEL: ColorWheel = { colors: 360, saturation: 0.6, brightness: 0.6 };

const colors: readonly ElementStyle['values'][] = Array.from({ length: WHEEL.colors }, (_, index) => ({
    'style-name': String(index),
    'background-color': wheelColor(WHEEL, index)
}));

/** The styles of functions in a flame chart, by number. */
export const flameChartStyles: OutputStyles = Object.fromEntries(colors.map((values, index) => [index, { values }]));

/** The same in a flame graph. */
export const flameGraphStyles: OutputStyles = Object.fromEntries(
    colors.map((values, index) => [index, { values: { ...values, opacity: 1 } }])
);

/** The style of a function in a flame chart, by a hash of its name: the same in every trace. */
export function flameChartStyle(label: string): ElementStyle {
    return { values: colors[Math.abs(Math.imul(31, javaHash(label))) % WHEEL.colors] };
}

/** The style of a function in a flame graph, by its address, or by a hash of its name. */
export function flameGraphStyle(label: string): ElementStyle {
    const hash = /^[0-9a-f]{16}$/.test(label) ? hashOfAddress(BigInt(`0x${label}`)) : javaHash(label);
    return { parentKey: String(Math.abs(hash) % WHEEL.colors), values: {} };
}

/** Hash of a long integer as Java computes it. */
function hashOfAddress(address: bigint): number {
    return Number(BigInt.asIntN(32, address ^ (address >> 32n)));
}

/** Hash of a text as Java computes it: 31 times the hash of what is before plus the UTF-16 unit, in 32 bits. */
function javaHash(text: string): number {
    let hash = 0;
    for (let index = 0; index < text.length; index++) {
        hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
    }
    return hash;
}
