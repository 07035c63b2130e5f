import { PanePicture } from '../../export/pane-export';
import { quoted } from '../data-tree/data-tree-text';
import { GenericPicture, paintGeneric } from './generic-painter';

/** One line a range or category, one column a series. */
export function genericCsv({ curves }: GenericPicture): string {
    const domain = curves[0]?.domain;
    const places =
        domain?.kind === 'ranges' ? ['start', 'end'] : domain?.kind === 'categories' ? ['category'] : ['value'];
    const lines = Array.from({ length: curves[0]?.values.length ?? 0 }, (_, index) => {
        const at =
            domain?.kind === 'ranges'
                ? [domain.starts[index], domain.ends[index]]
                : domain?.kind === 'categories'
                  ? [domain.names[index]]
                  : [domain?.values[index]];
        return [...at, ...curves.map(({ values }) => values[index])].map(String);
    });
    const header = [...places, ...curves.map(({ label }) => label)];
    return [header, ...lines].map(line => line.map(quoted).join(',')).join('\r\n') + '\r\n';
}

/** The chart with a title and what its colours mean. */
export function genericPicture(title: string, picture: GenericPicture): PanePicture {
    const { size, theme, curves } = picture;
    const top = 32;
    return {
        width: size.width,
        height: top + size.height + curves.length * 18,
        paint: drawing => {
            drawing.font = `600 ${theme.font.replace(/[\d.]+px/, '14px')}`;
            drawing.fillStyle = theme.text;
            drawing.textBaseline = 'middle';
            drawing.fillText(title, 12, 18);
            drawing.save();
            drawing.translate(0, top);
            paintGeneric(drawing, picture);
            drawing.restore();
            drawing.font = theme.font;
            curves.forEach(({ label, color }, index) => {
                const y = top + size.height + index * 18;
                drawing.fillStyle = color;
                drawing.fillRect(12, y, 10, 10);
                drawing.fillStyle = theme.text;
                drawing.fillText(label, 28, y + 6);
            });
        }
    };
}
