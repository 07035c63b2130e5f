import { parseJson } from '../../json/parse-json';
import { RawJson, writeJson } from './write-json';

describe('parseJson', () => {
    it('keeps integers that a double cannot hold as bigints, others as numbers', () => {
        expect(
            parseJson('{"start":1457113582794565804,"small":-9007199254740991,"next":9007199254740992,"n":[50]}')
        ).toEqual({ start: 1457113582794565804n, small: -9007199254740991, next: 9007199254740992n, n: [50] });
    });

    it('keeps fractions, exponents and digits inside texts as they are', () => {
        const text =
            '{"a":0.12345678901234567890,"b":1e300,"c":"[1457113582794565804, \\"1457113582794565804]","d":-1457113582794565804}';
        expect(parseJson(text)).toEqual({
            a: 0.12345678901234568,
            b: 1e300,
            c: '[1457113582794565804, "1457113582794565804]',
            d: -1457113582794565804n
        });
    });

    it('refuses what is not JSON', () => {
        expect(() => parseJson('{"a":14571135827945658041457113582794565804,}')).toThrow(SyntaxError);
    });
});

describe('writeJson', () => {
    it('writes bigints as plain integers and leaves out what is undefined', () => {
        expect(writeJson({ start: 1457113582794565804n, none: undefined, list: [1, undefined, 'x"'], no: null })).toBe(
            '{"start":1457113582794565804,"list":[1,null,"x\\""],"no":null}'
        );
    });

    it('writes measured values so that they are read as numbers again', () => {
        const values = Float64Array.from([0, -1.5, 1 / 3, 2 ** 53, 2 ** 63, 1e21, 5e-324]);
        const text = writeJson({ values });
        expect(text).toBe(
            '{"values":[0,-1.5,0.3333333333333333,9007199254740992.0,9223372036854776000.0,1e+21,5e-324]}'
        );
        expect(Object.values(parseJson(text) as object)[0]).toEqual([...values]);
    });

    it('puts in raw JSON as it is', () => {
        expect(writeJson([new RawJson('[1,2]'), 'x'])).toBe('[[1,2],"x"]');
    });

    it('refuses numbers that JSON cannot say', () => {
        expect(() => writeJson({ x: NaN })).toThrow(RangeError);
        expect(() => writeJson(Float64Array.of(Infinity))).toThrow(RangeError);
    });
});
