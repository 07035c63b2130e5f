import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { demangle, demangled } from './demangle';

/** A library of C++ that every Debian with a compiler has. */
const LIBRARY = ['/usr/lib/x86_64-linux-gnu/libstdc++.so.6', '/usr/lib/aarch64-linux-gnu/libstdc++.so.6'].find(
    existsSync
);
const hasTools = ((): boolean => {
    try {
        return Boolean(LIBRARY && execFileSync('nm', ['--version']) && execFileSync('c++filt', ['--version']));
    } catch {
        return false;
    }
})();

describe('demangle', () => {
    it.each([
        ['_ZN5Cache3addEi', 'Cache::add(int)'],
        ['_ZNSt6vectorIiSaIiEE9push_backERKi', 'std::vector<int, std::allocator<int> >::push_back(int const&)'],
        ['_Z3FooIidEvi', 'Foo<int, double>(int)'],
        ['_RNvC7mycrate3foo', 'mycrate::foo'],
        ['_ZN7mycrate5store17h0123456789abcdefE', 'mycrate::store']
    ])('tells %s as its source does', (name, source) => {
        expect(demangle(name)).toBe(source);
    });

    it.each(['main', 'malloc', '', '_', '_start', '_Z', '_ZN', '_Znonsense', '_ZN\u{1f600}E'])(
        'leaves %j as it is',
        name => {
            expect(demangle(name)).toBe(name);
        }
    );

    it('leaves names that nobody could read', () => {
        const long = `_Z1f${'P'.repeat(20_000)}i`;
        expect(demangle(long) === long).toBe(true);
    });

    it('survives names that nest without an end', () => {
        const deep = `_Z1f${'P'.repeat(16_000)}i`;
        expect(typeof demangle(deep)).toBe('string');
        expect(demangle('_Z3foov')).toBe('foo()');
    });

    (hasTools ? it : it.skip)('agrees with c++filt on the functions of a library', () => {
        const listed = execFileSync('nm', ['-D', '--defined-only', LIBRARY ?? ''], {
            encoding: 'utf8',
            maxBuffer: 1 << 26
        });
        const names = [...listed.matchAll(/ [TW] (_Z[^@\s]+)/g)].map(([, name]) => name);
        const told = execFileSync('c++filt', { input: names.join('\n'), encoding: 'utf8', maxBuffer: 1 << 26 }).split(
            '\n'
        );
        // One abbreviates the streams and strings of char and the results of templates, the other does not.
        const plain = (text: string): string =>
            text
                .replace(/\s+|std::(?:__cxx11::)?/g, '')
                .replace(/basic_string<char,char_traits<char>,allocator<char>>/g, 'string')
                .replace(/basic_(i|o|io)stream<char,char_traits<char>>/g, '$1stream');
        const same = names.filter((name, index) => plain(told[index]).endsWith(plain(demangle(name))));
        expect(names.length).toBeGreaterThan(1000);
        expect(same.length / names.length).toBeGreaterThan(0.95);
    });
});

describe('demangled', () => {
    it('finds functions where the table does', () => {
        const table = demangled({ nameAt: address => (address === 8 ? '_Z3foov' : undefined) });
        expect([table.nameAt(8), table.nameAt(9)]).toEqual(['foo()', undefined]);
    });
});
