import { StateStyles } from './state-style';

/** As Trace Compass answers them for Thread Status. */
const styles = new StateStyles({
    Usermode: { values: { 'style-name': 'Usermode', 'background-color': '#00c800', height: 1.0, opacity: 1.0 } },
    Unknown: { values: { 'style-name': 'Unknown', 'background-color': '#646464', height: 0.33, opacity: 1.0 } },
    Dim: { parentKey: 'Usermode', values: { opacity: 0.5 } },
    Loop: { parentKey: 'Loop', values: {} }
});

describe('StateStyles', () => {
    it('takes the values of the key, and of the keys above it', () => {
        expect(styles.resolve({ parentKey: 'Unknown', values: {} }, 'x')).toMatchObject({
            fill: '#646464',
            height: 0.33,
            name: 'Unknown'
        });
        expect(styles.resolve({ parentKey: 'Dim', values: {} }, undefined)).toMatchObject({
            fill: '#00c800',
            opacity: 0.5
        });
    });

    it('lets the values of a state win', () => {
        const own = { parentKey: 'Usermode', values: { 'background-color': '#ff0000', height: '0.5' } };
        expect(styles.resolve(own, 'x')).toMatchObject({ fill: '#ff0000', height: 0.5, name: 'Usermode' });
    });

    it('gives the same object for the same look', () => {
        const style = { parentKey: 'Usermode', values: {} };
        expect(styles.resolve(style, 'a')).toBe(styles.resolve({ ...style }, 'a'));
    });

    it('colours by the label where the server says nothing, always in the same way', () => {
        const plain = new StateStyles({});
        const { fill } = plain.resolve(undefined, 'malloc');
        expect(fill).toMatch(/^#/);
        expect(new StateStyles({}).resolve({ values: {} }, 'malloc').fill).toBe(fill);
    });

    it('takes nothing but colours for colours, and survives a circle', () => {
        expect(styles.resolve({ values: { 'background-color': 'url(http://x)' } }, undefined).fill).toBeUndefined();
        expect(styles.resolve({ parentKey: 'Loop', values: {} }, undefined).fill).toBeUndefined();
    });

    it('writes black on bright and white on dark', () => {
        expect(styles.resolve({ values: { 'background-color': '#ffff00' } }, 'x').text).toBe('#101010');
        expect(styles.resolve({ values: { 'background-color': '#0000c8' } }, 'x').text).toBe('#ffffff');
    });

    it('lists what has a name for the legend', () => {
        expect(styles.legend.map(({ name }) => name)).toEqual(expect.arrayContaining(['Usermode', 'Unknown']));
    });
});
