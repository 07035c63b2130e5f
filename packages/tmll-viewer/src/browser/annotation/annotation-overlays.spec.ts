import { Annotation } from 'tsp-typescript-client/lib/models/annotation';
import { PointsOverlay, SpansOverlay } from '../overlay/overlay';
import { annotationOverlays } from './annotation-overlays';

const ORIGIN = 1_376_592_664_828_559_410n;

const lost = (time: bigint, duration: bigint): Annotation => ({
    time,
    duration,
    entryId: -1,
    type: 'CHART',
    style: { parentKey: 'Lost Events', values: { color: '#FF0032', opacity: 0.19607843 } }
});

describe('annotationOverlays', () => {
    it('makes bands of what lasts, on the whole chart, with exact times and the colour of the server', () => {
        const annotations = new Map([
            ['Lost Events', [lost(1_376_592_664_975_538_846n, 1_691_074n), lost(1_376_592_664_902_483_790n, 368_256n)]]
        ]);
        const [overlay, ...others] = annotationOverlays(annotations, ORIGIN) as SpansOverlay[];
        expect(others).toEqual([]);
        expect(overlay).toMatchObject({ kind: 'spans', category: 'Lost Events' });
        expect(overlay.entryId).toBeUndefined();
        expect([...overlay.starts]).toEqual([73_924_380, 146_979_436]);
        expect([...overlay.ends]).toEqual([74_292_636, 148_670_510]);
        expect(overlay.color?.(0)).toBe('#FF0032');
        expect(overlay.tooltip(0)).toEqual(['Lost Events']);
    });

    it('makes symbols of what does not, on the row that they name', () => {
        const mark: Annotation = {
            ...lost(ORIGIN + 5n, 0n),
            entryId: 154,
            label: 'change\nof level',
            style: { values: { 'symbol-type': 'triangle', color: 'url(evil)' } }
        };
        const [overlay] = annotationOverlays(new Map([['TMLL', [mark]]]), ORIGIN) as PointsOverlay[];
        expect(overlay).toMatchObject({ kind: 'points', entryId: 154 });
        expect(overlay.symbol?.(0)).toBe('triangle');
        expect(overlay.color?.(0)).toBeUndefined();
        expect(overlay.tooltip(0)).toEqual(['TMLL', 'change', 'of level']);
    });

    it('leaves out what belongs into a tree', () => {
        const annotation: Annotation = { ...lost(ORIGIN, 1n), type: 'TREE' };
        expect(annotationOverlays(new Map([['x', [annotation]]]), ORIGIN)).toEqual([]);
    });
});
