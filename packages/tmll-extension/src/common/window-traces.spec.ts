import { tracesOfWindow, tracesQuery } from './window-traces';

describe('tracesOfWindow', () => {
    it.each([['/plain'], ['/with space/ä&b=c#d?e%20f'], ['C:\\traces\\shop']])('brings back %s', path => {
        const query = Object.entries({ port: '4711', ...tracesQuery([path]) });
        const search = query.map(([name, value]) => `${name}=${value}`).join('&');
        expect(tracesOfWindow(`?${search}`)).toEqual([path]);
    });

    it.each(['', '?port=1', '?traces=', '?traces=7', '?traces=%7B', '?traces={"a":1}'])(
        'finds none in "%s"',
        search => {
            expect(tracesOfWindow(search)).toEqual([]);
        }
    );

    it('takes nothing but texts', () => {
        expect(tracesOfWindow('?traces=["a",1,null]')).toEqual(['a']);
    });
});
