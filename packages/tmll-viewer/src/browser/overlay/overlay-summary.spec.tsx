/** @jest-environment jsdom */
import '../test-support/jsdom-globals';
import * as React from '@theia/core/shared/react';
import { createRoot } from '@theia/core/shared/react-dom/client';
import { PointsOverlay, SpansOverlay } from './overlay';
import { layoutOverlays } from './overlay-layout';
import { OverlaySummary } from './overlay-summary';

const ORIGIN = 1_457_113_582_794_565_804n;
const common = {
    origin: ORIGIN,
    severity: () => 'high' as const,
    tooltip: (index: number) => ['far off', `no. ${index}`]
};

function summaryOf(points: Partial<PointsOverlay>, spans: Partial<SpansOverlay>): HTMLElement {
    const layout = layoutOverlays(
        [
            { ...common, id: 'p', kind: 'points', times: new Float64Array(), values: new Float64Array(), ...points },
            { ...common, id: 's', kind: 'spans', starts: new Float64Array(), ends: new Float64Array(), ...spans }
        ],
        { origin: ORIGIN, view: { start: 0, end: 1000 }, width: 100, height: 50, yOf: value => value }
    );
    const host = document.createElement('div');
    React.act(() => createRoot(host).render(<OverlaySummary layout={layout} />));
    return host.firstElementChild as HTMLElement;
}

describe('OverlaySummary', () => {
    it('lists what is on screen with exact times, severity, place and text', () => {
        const summary = summaryOf(
            { times: Float64Array.of(250, 5000), values: Float64Array.of(1, 2) },
            { starts: Float64Array.of(500), ends: Float64Array.of(700) }
        );
        expect(summary.dataset.overlayCount).toBe('2');
        const [point, span] = [...summary.querySelectorAll('li')];
        expect(point.dataset).toMatchObject({
            kind: 'points',
            startNs: String(ORIGIN + 250n),
            endNs: String(ORIGIN + 250n),
            severity: 'high',
            x: '25.0'
        });
        expect(point.textContent).toBe('far off. no. 0');
        expect(span.dataset).toMatchObject({
            kind: 'spans',
            startNs: String(ORIGIN + 500n),
            endNs: String(ORIGIN + 700n),
            x: '60.0'
        });
    });

    it('counts all, though it lists only so many', () => {
        const times = Float64Array.from({ length: 900 }, (_, index) => index);
        const summary = summaryOf({ times, values: times }, {});
        expect(summary.dataset.overlayCount).toBe('900');
        expect(summary.childElementCount).toBe(500);
    });
});
