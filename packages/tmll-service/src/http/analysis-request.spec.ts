import { parseAnalysisRequest } from './analysis-request';

const REQUEST = { module: 'anomalies', experimentId: 'e', parameters: { method: 'zscore' } };

describe('parseAnalysisRequest', () => {
    it('takes ns as bigint, exactly', () => {
        const range = { startNs: '1795424298201926749', endNs: '1795424328339311845' };
        expect(parseAnalysisRequest({ ...REQUEST, range }).range).toEqual({
            startNs: 1795424298201926749n,
            endNs: 1795424328339311845n
        });
    });

    it('takes a request without range and selection', () => {
        expect(parseAnalysisRequest(REQUEST)).toEqual(REQUEST);
    });

    it.each<[string, unknown, RegExp]>([
        ['nothing', undefined, /request must be an object/],
        ['a list', [], /request must be an object/],
        ['no module', { ...REQUEST, module: undefined }, /"module"/],
        ['a number as experiment', { ...REQUEST, experimentId: 3 }, /"experimentId"/],
        ['parameters that are a list', { ...REQUEST, parameters: [] }, /"parameters"/],
        ['a property that it does not know', { ...REQUEST, modul: 'x' }, /must not have "modul"/],
        ['words that are numbers', { ...REQUEST, selection: { outputs: [3] } }, /"selection.outputs"/],
        ['half a range', { ...REQUEST, range: { startNs: '1' } }, /"range" must have/],
        ['times as numbers', { ...REQUEST, range: { startNs: 1, endNs: 2 } }, /"range" must have/],
        [
            'a range that ends before it begins',
            { ...REQUEST, range: { startNs: '2', endNs: '1' } },
            /must not end before/
        ]
    ])('refuses %s and says what is wrong', (_, body, message) => {
        expect(() => parseAnalysisRequest(body)).toThrow(message);
        expect(() => parseAnalysisRequest(body)).toThrow(expect.objectContaining({ status: 400 }));
    });
});
