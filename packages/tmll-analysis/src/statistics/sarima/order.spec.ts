import { modelNumbers, sarimaModel } from './model';
import { formatOrder } from './order';

describe('a SARIMA model', () => {
    const order = { p: 1, d: 0, q: 1, P: 1, D: 1, Q: 1, s: 10 };

    it('is made from numbers in the order of statsmodels, and gives them back', () => {
        const numbers = [0.1, 0.2, 0.3, 0.4, 5];
        const model = sarimaModel(order, numbers);
        expect(model.seasonalAr[0]).toBe(0.3);
        expect(Array.from(modelNumbers(model))).toEqual(numbers);
    });

    it('takes as many numbers as its order asks for', () => {
        expect(() => sarimaModel(order, [1, 2])).toThrow('has 4 coefficients and a variance, not 2 numbers');
        expect(() => sarimaModel({ ...order, d: -1 }, [1, 2, 3, 4, 5])).toThrow('Order d');
        expect(() => sarimaModel({ ...order, s: 0 }, [1, 2, 3, 4, 5])).toThrow('period of at least 2');
    });

    it('is named as Box and Jenkins do', () => {
        expect(formatOrder(order)).toBe('(1,0,1)(1,1,1)10');
        expect(formatOrder({ ...order, P: 0, D: 0, Q: 0 })).toBe('(1,0,1)');
    });
});
