import { execFileSync } from 'node:child_process';
import { commandLine, CommandLineSource, shellQuote } from './command-line';
import { ParameterSchema } from './parameter-schema';

const schema = {
    properties: {
        method: { type: 'string', title: '', description: '', default: 'auto' },
        resample: { type: 'string', title: '', description: '', default: '' },
        factor: {
            ...{ type: 'number', title: '', description: '', default: 2.5 },
            'x-visibleWhen': { method: ['iqr'] }
        },
        peers: { type: 'boolean', title: '', description: '', default: false }
    }
} as unknown as ParameterSchema;

const line = (change: Partial<CommandLineSource> = {}): string =>
    commandLine({
        ...{ command: 'anomalies', looksAt: 'series', paths: ['/t/a'], request: {}, schema, parameters: {} },
        ...change
    });

describe('commandLine', () => {
    it('names what was chosen and leaves out what is at its default', () => {
        expect(line()).toBe('tmll anomalies /t/a');
        expect(line({ parameters: { method: 'iqr', factor: 2.5, peers: true, resample: '10ms' } })).toBe(
            'tmll anomalies /t/a --method iqr --resample 10ms --set peers=true'
        );
    });

    it('leaves out a parameter that does not matter with the others', () => {
        expect(line({ parameters: { method: 'zscore', factor: 3 } })).toBe('tmll anomalies /t/a --method zscore');
        expect(line({ parameters: { method: 'iqr', factor: 3 } })).toContain('--set factor=3');
    });

    it('names outputs, series and the range, in ns without rounding', () => {
        const selection = { outputs: ['rate'], series: ['CPU Usage/total'] };
        const range = { startNs: 1_795_422_823_334_816_823n, endNs: 1_795_422_823_334_816_824n };
        expect(line({ request: { selection, range } })).toBe(
            "tmll anomalies /t/a --output rate --output 'CPU Usage/total' " +
                '--from 1795422823334816823 --to 1795422823334816824'
        );
    });

    it('names two series as the pair they are, and none where the whole trace is looked at', () => {
        const request = { selection: { series: ['a/x', 'b/y'] } };
        expect(line({ command: 'lag', looksAt: 'pair', request })).toBe('tmll lag /t/a --first a/x --second b/y');
        expect(line({ command: 'leaks', looksAt: 'trace', request })).toBe('tmll leaks /t/a');
    });
});

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
