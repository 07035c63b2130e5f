import { ViewerModel } from './viewer-model';

const START = 1795424298201926749n;
const SHOP = { UUID: 'shop', name: 'shop', start: START, end: START + 30_000_000_000n };
const OTHER = { UUID: 'other', name: 'other', start: 0, end: 10 };

describe('ViewerModel', () => {
    let model: ViewerModel;

    beforeEach(() => {
        model = new ViewerModel();
    });

    it('knows nothing at first', () => {
        expect(model.state).toEqual({ experiments: [], front: undefined, activations: 0 });
    });

    it('tells the experiment in front with its ranges in ns since the epoch', () => {
        model.activated(SHOP);
        model.viewChanged({ experimentUUID: 'shop', timeRange: { start: 0, end: 5_000 } });
        model.selectionChanged({ experimentUUID: 'shop', timeRange: { start: 7n, end: 9n } });
        expect(model.state).toEqual({
            experiments: [
                {
                    id: 'shop',
                    name: 'shop',
                    view: { startNs: String(START), endNs: String(START + 5_000n) },
                    selection: { startNs: String(START + 7n), endNs: String(START + 9n) }
                }
            ],
            front: 'shop',
            activations: 1
        });
        expect(JSON.parse(JSON.stringify(model.state))).toEqual(JSON.parse(JSON.stringify(model.state)));
    });

    it('keeps ranges that come before the experiment is known', () => {
        model.selectionChanged({ experimentUUID: 'shop', timeRange: { start: 1, end: 2 } });
        expect(model.state.experiments).toEqual([]);
        model.updated(SHOP);
        expect(model.find('shop')?.selection).toEqual({ start: START + 1n, end: START + 2n });
    });

    it('raises a count whenever a tab comes to front, also the same again, and not when one is chosen in the list', () => {
        model.activated(SHOP);
        model.activated(OTHER);
        model.activated(SHOP);
        model.selected(OTHER);
        expect(model.state).toMatchObject({ activations: 3, front: 'other' });
    });

    it('follows a trace that is still being read', () => {
        model.activated({ ...SHOP, end: START });
        model.updated(SHOP);
        expect(model.front?.full).toEqual({ start: SHOP.start, end: SHOP.end });
    });

    it('forgets what is closed', () => {
        model.activated(OTHER);
        model.activated(SHOP);
        model.closed('shop');
        expect(model.front).toBeUndefined();
        expect(model.state.experiments.map(({ id }) => id)).toEqual(['other']);
        model.selected(undefined);
        expect(model.state.front).toBeUndefined();
    });
});
