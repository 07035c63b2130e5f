import { plotSection } from './plot-section';

describe('plotSection', () => {
    it('makes its pictures once, when they are asked for', () => {
        const plots = jest.fn(() => [{ id: 'a' } as never]);
        const section = plotSection('Plots', plots);
        expect(plots).not.toHaveBeenCalled();
        expect(section.blocks).toEqual([{ kind: 'plot', plot: { id: 'a' } }]);
        expect(section.blocks).toBe(section.blocks);
        expect(plots).toHaveBeenCalledTimes(1);
    });
});
