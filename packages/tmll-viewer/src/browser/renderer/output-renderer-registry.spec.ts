import 'reflect-metadata';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { OutputRenderer } from './output-renderer';
import { OutputRendererRegistry } from './output-renderer-registry';

const renderer = (id: string, fits: Readonly<Record<string, number>>): OutputRenderer => ({
    id,
    canRender: ({ type }) => fits[type] ?? 0,
    Component: () => undefined
});

function registry(...renderers: OutputRenderer[]): OutputRendererRegistry {
    const created = new OutputRendererRegistry();
    Object.assign(created, { contributions: { getContributions: () => renderers } });
    return created;
}

const output = (type: string): OutputDescriptor => ({ id: 'o', name: 'O', description: '', type });

describe('OutputRendererRegistry', () => {
    const all = registry(renderer('xy', { XY: 10 }), renderer('table', { TABLE: 10 }), renderer('better', { XY: 20 }));

    it('takes the renderer that fits best', () => {
        expect(all.rendererFor(output('XY'))?.id).toBe('better');
        expect(all.rendererFor(output('TABLE'))?.id).toBe('table');
    });

    it('takes the first of two that fit equally', () => {
        expect(registry(renderer('a', { XY: 5 }), renderer('b', { XY: 5 })).rendererFor(output('XY'))?.id).toBe('a');
    });

    it('has none for what nobody draws', () => {
        expect(all.rendererFor(output('GANTT_CHART'))).toBeUndefined();
    });
});
