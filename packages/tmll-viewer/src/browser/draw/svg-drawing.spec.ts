/** @jest-environment jsdom */
import { SvgDrawing } from './svg-drawing';

function parse(drawing: SvgDrawing): Document {
    return new DOMParser().parseFromString(drawing.toString(), 'image/svg+xml');
}

describe('SvgDrawing', () => {
    it('writes what is drawn as SVG that can be read', () => {
        const drawing = new SvgDrawing(100, 50);
        drawing.fillStyle = '#ff0000';
        drawing.globalAlpha = 0.5;
        drawing.fillRect(1, 2.005, 3, 4);
        const rect = parse(drawing).querySelector('svg > rect');
        expect(rect?.getAttribute('fill')).toBe('#ff0000');
        expect(rect?.getAttribute('opacity')).toBe('0.5');
        expect(rect?.getAttribute('y')).toBe('2.01');
    });

    it('keeps names out of a trace as text', () => {
        const drawing = new SvgDrawing(100, 50);
        drawing.fillText('<script>alert("1")</script>&\u0007', 0, 0);
        const document = parse(drawing);
        expect(document.querySelector('script')).toBeNull();
        expect(document.querySelector('text')?.textContent).toBe('<script>alert("1")</script>& ');
    });

    it('nests what is moved and clipped, and takes it back', () => {
        const drawing = new SvgDrawing(100, 50);
        drawing.fillStyle = 'red';
        drawing.save();
        drawing.translate(10, 20);
        drawing.clipRect(0, 0, 5, 5);
        drawing.fillStyle = 'blue';
        drawing.fillRect(0, 0, 9, 9);
        drawing.save();
        drawing.translate(1, 1);
        drawing.fillRect(0, 0, 1, 1);
        drawing.restore();
        drawing.restore();
        drawing.fillRect(0, 0, 1, 1);
        const document = parse(drawing);
        expect(document.querySelectorAll('svg > rect')).toHaveLength(1);
        expect(document.querySelector('svg > rect')?.getAttribute('fill')).toBe('red');
        expect(document.querySelectorAll('svg > g > g > rect')).toHaveLength(1);
        expect(document.querySelectorAll('svg > g > g > g > rect')).toHaveLength(1);
    });
});
