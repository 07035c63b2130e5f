import { execFileSync } from 'node:child_process';
import { shellQuote } from './shell-quote';

describe('shellQuote', () => {
    it('leaves words alone that are safe', () => {
        expect(['/tmp/a.csv', 'iqrFactor=3', 'a:b@c'].map(shellQuote)).toEqual(['/tmp/a.csv', 'iqrFactor=3', 'a:b@c']);
    });

    it.each(['a b', "it's", '', '$HOME', '`ls`', 'a\nb', '"x"', 'a;b', '→'])(
        'writes %j so that a shell reads it back',
        word => {
            expect(execFileSync('sh', ['-c', `printf %s ${shellQuote(word)}`], { encoding: 'utf8' })).toBe(word);
        }
    );
});
