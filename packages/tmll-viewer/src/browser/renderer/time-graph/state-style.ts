import { OutputElementStyle } from 'tsp-typescript-client/lib/models/styles';

/** How a state is drawn. */
export interface StateStyle {
    /** CSS colour; undefined: only a label, if there is one. */
    readonly fill: string | undefined;
    /** CSS colour of a label on top of it. */
    readonly text: string;
    /** 0 to 1. */
    readonly opacity: number;
    /** Share of the row's height, 0 to 1. */
    readonly height: number;
    readonly border: string | undefined;
    /** What the server calls it; empty when it does not say. */
    readonly name: string;
}

/** The styles of an output by key, as the trace server answers them. */
export type StyleMap = Readonly<Record<string, OutputElementStyle>>;

/** Deeper inheritance is taken for a circle. */
const DEEPEST = 8;

/** Colours of states about whose look the trace server says nothing; told apart on light and on dark. */
const PALETTE = [
    '#4e8fd0',
    '#3a9e6d',
    '#a86bc9',
    '#c58b2f',
    '#3fa3ad',
    '#c96a8f',
    '#7f9a35',
    '#7d83d6',
    '#b0765a',
    '#8a97a3'
];

/** Turns the styles of TSP into what a canvas needs, each once. */
export class StateStyles {
    private readonly resolved = new Map<string, StateStyle>();

    constructor(private readonly styles: StyleMap) {}

    /**
     * @param label of the state: decides the colour where the server gives none
     * @returns the same object for the same look
     */
    resolve(style: OutputElementStyle | undefined, label: string | undefined): StateStyle {
        const key = `${style?.parentKey ?? ''}\u0000${style?.values ? JSON.stringify(style.values) : ''}\u0000${label ?? ''}`;
        let found = this.resolved.get(key);
        if (!found) {
            found = this.toStyle(this.valuesOf(style, 0), label);
            this.resolved.set(key, found);
        }
        return found;
    }

    /** All named styles, for a legend, in the server's order. */
    get legend(): readonly StateStyle[] {
        return Object.entries(this.styles)
            .map(([key, style]) => this.resolve({ parentKey: key, values: {} }, style.values?.['style-name'] ?? key))
            .filter(({ fill, name }) => fill !== undefined && name !== '');
    }

    /** A style's own values over those of its parents; a key may name several, the last one wins. */
    private valuesOf(style: OutputElementStyle | undefined, depth: number): Record<string, unknown> {
        if (!style || depth > DEEPEST) {
            return {};
        }
        const parents = (style.parentKey ?? '')
            .split(',')
            .map(key => this.styles[key.trim()])
            .filter(parent => parent !== undefined);
        return Object.assign({}, ...parents.map(parent => this.valuesOf(parent, depth + 1)), style.values);
    }

    private toStyle(values: Record<string, unknown>, label: string | undefined): StateStyle {
        const given = colorOf(values['background-color']) ?? colorOf(values.color);
        const name = values['style-name'];
        const fill = given ?? (label === undefined ? undefined : PALETTE[hash(label) % PALETTE.length]);
        return {
            fill,
            text: colorOf(values['text-color']) ?? (fill && isBright(fill) ? '#101010' : '#ffffff'),
            opacity: shareOf(values.opacity),
            height: shareOf(values.height),
            border:
                values['border-style'] && values['border-style'] !== 'none'
                    ? colorOf(values['border-color'])
                    : undefined,
            name: typeof name === 'string' ? name : ''
        };
    }
}

/** Only plain colours: what comes from a server goes into no CSS but as a colour. */
export function colorOf(value: unknown): string | undefined {
    return typeof value === 'string' && /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value) ? value : undefined;
}

function shareOf(value: unknown): number {
    const share = typeof value === 'number' ? value : typeof value === 'string' ? Number.parseFloat(value) : 1;
    return Number.isFinite(share) ? Math.min(Math.max(share, 0.05), 1) : 1;
}

/** Whether black can be read on a colour better than white. */
function isBright(color: string): boolean {
    const digits =
        color.length <= 5 ? [...color.slice(1, 4)].map(digit => digit + digit) : color.slice(1, 7).match(/../g);
    const [red, green, blue] = (digits ?? []).map(pair => Number.parseInt(pair, 16));
    return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}

/** FNV-1a: the same label has the same colour everywhere. */
function hash(text: string): number {
    let value = 0x811c9dc5;
    for (let index = 0; index < text.length; index++) {
        value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    }
    return value >>> 0;
}
