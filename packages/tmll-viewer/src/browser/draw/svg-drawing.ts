import { Drawing } from './drawing';

/** What `save` puts aside. */
interface Style {
    fillStyle: string | CanvasGradient | CanvasPattern;
    strokeStyle: string | CanvasGradient | CanvasPattern;
    lineWidth: number;
    globalAlpha: number;
    font: string;
    textAlign: CanvasTextAlign;
    textBaseline: CanvasTextBaseline;
    dash: readonly number[];
}

const BASELINES: Readonly<Partial<Record<CanvasTextBaseline, string>>> = {
    middle: 'central',
    top: 'text-before-edge',
    bottom: 'text-after-edge'
};
const ANCHORS: Readonly<Partial<Record<CanvasTextAlign, string>>> = { center: 'middle', right: 'end', end: 'end' };

/** Writes what is drawn as SVG. Only plain colours can be used. */
export class SvgDrawing implements Drawing {
    fillStyle: Style['fillStyle'] = '#000';
    strokeStyle: Style['strokeStyle'] = '#000';
    lineWidth = 1;
    globalAlpha = 1;
    font = '11px sans-serif';
    textAlign: CanvasTextAlign = 'left';
    textBaseline: CanvasTextBaseline = 'alphabetic';

    private readonly elements: string[] = [];
    private readonly definitions: string[] = [];
    private readonly saved: (Style & { readonly groups: number })[] = [];
    private dash: readonly number[] = [];
    private path = '';
    /** Groups that are open, since the last `save`. */
    private groups = 0;

    constructor(
        private readonly width: number,
        private readonly height: number
    ) {}

    beginPath(): void {
        this.path = '';
    }

    closePath(): void {
        this.path += 'Z';
    }

    moveTo(x: number, y: number): void {
        this.path += `M${number(x)} ${number(y)}`;
    }

    lineTo(x: number, y: number): void {
        this.path += `${this.path === '' ? 'M' : 'L'}${number(x)} ${number(y)}`;
    }

    /** Whole circles only. */
    arc(x: number, y: number, radius: number): void {
        const r = number(radius);
        this.path +=
            `M${number(x - radius)} ${number(y)}` +
            `A${r} ${r} 0 1 0 ${number(x + radius)} ${number(y)}A${r} ${r} 0 1 0 ${number(x - radius)} ${number(y)}`;
    }

    setLineDash(dash: Iterable<number>): void {
        this.dash = [...dash];
    }

    fill(): void {
        this.elements.push(`<path d="${this.path}" ${this.fillAttributes()}/>`);
    }

    stroke(): void {
        const dash = this.dash.length > 0 ? ` stroke-dasharray="${this.dash.join(' ')}"` : '';
        this.elements.push(
            `<path d="${this.path}" fill="none" stroke="${escape(String(this.strokeStyle))}" ` +
                `stroke-width="${number(this.lineWidth)}"${this.opacity()}${dash}/>`
        );
    }

    fillRect(x: number, y: number, width: number, height: number): void {
        this.elements.push(`<rect ${rectangle(x, y, width, height)} ${this.fillAttributes()}/>`);
    }

    strokeRect(x: number, y: number, width: number, height: number): void {
        this.elements.push(
            `<rect ${rectangle(x, y, width, height)} fill="none" stroke="${escape(String(this.strokeStyle))}" ` +
                `stroke-width="${number(this.lineWidth)}"${this.opacity()}/>`
        );
    }

    fillText(text: string, x: number, y: number): void {
        const [, size = '11', family = 'sans-serif'] = /([\d.]+)px\s+(.*)$/.exec(this.font) ?? [];
        const weight = /^(bold|600)\b/.test(this.font) ? ' font-weight="600"' : '';
        const baseline = BASELINES[this.textBaseline];
        const anchor = ANCHORS[this.textAlign];
        this.elements.push(
            `<text x="${number(x)}" y="${number(y)}" font-size="${size}" font-family="${escape(family)}"${weight}` +
                (baseline ? ` dominant-baseline="${baseline}"` : '') +
                (anchor ? ` text-anchor="${anchor}"` : '') +
                ` ${this.fillAttributes()}>${escape(text)}</text>`
        );
    }

    /** A guess: how wide letters are is known only to who shows them. */
    measureText(text: string): TextMetrics {
        const size = Number.parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '11');
        return { width: text.length * size * 0.56 } as TextMetrics;
    }

    save(): void {
        const { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, dash, groups } = this;
        this.saved.push({
            fillStyle,
            strokeStyle,
            lineWidth,
            globalAlpha,
            font,
            textAlign,
            textBaseline,
            dash,
            groups
        });
        this.groups = 0;
    }

    restore(): void {
        this.elements.push('</g>'.repeat(this.groups));
        const style = this.saved.pop();
        this.groups = 0;
        if (style) {
            Object.assign(this, style);
        }
    }

    translate(x: number, y: number): void {
        this.open(`transform="translate(${number(x)} ${number(y)})"`);
    }

    clipRect(x: number, y: number, width: number, height: number): void {
        const id = `clip${this.definitions.length}`;
        this.definitions.push(`<clipPath id="${id}"><rect ${rectangle(x, y, width, height)}/></clipPath>`);
        this.open(`clip-path="url(#${id})"`);
    }

    toString(): string {
        const { width, height } = this;
        return (
            `<?xml version="1.0" encoding="UTF-8"?>\n` +
            `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" ` +
            `viewBox="0 0 ${number(width)} ${number(height)}">\n<defs>${this.definitions.join('')}</defs>\n` +
            `${this.elements.join('\n')}\n${'</g>'.repeat(this.groups)}</svg>\n`
        );
    }

    private open(attributes: string): void {
        this.elements.push(`<g ${attributes}>`);
        this.groups++;
    }

    private fillAttributes(): string {
        return `fill="${escape(String(this.fillStyle))}"${this.opacity()}`;
    }

    private opacity(): string {
        return this.globalAlpha < 1 ? ` opacity="${number(this.globalAlpha)}"` : '';
    }
}

function rectangle(x: number, y: number, width: number, height: number): string {
    return `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
}

/** Hundredths of a pixel are enough, and keep files small. */
function number(value: number): string {
    return String(Math.round(value * 100) / 100);
}

function escape(text: string): string {
    return text
        .replace(/\p{Cc}/gu, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;');
}
