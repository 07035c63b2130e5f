import { experimentName, traceName } from './trace-name';

describe('traceName', () => {
    it.each([
        ['/home/me/lttng-traces/shop-20261123/ust/uid/0/64-bit', 'shop-20261123 ust'],
        ['/home/me/lttng-traces/shop-20261123/kernel', 'shop-20261123 kernel'],
        ['/samples/g-periodic/trace', 'g-periodic'],
        ['/samples/g-periodic/trace/', 'g-periodic'],
        ['C:\\traces\\boot', 'boot'],
        ['/traces/kernel.json', 'kernel.json'],
        ['/trace', 'trace'],
        ['/', '/']
    ])('calls %s %s', (path, name) => {
        expect(traceName(path)).toBe(name);
    });
});

describe('experimentName', () => {
    it('names two traces and counts more', () => {
        expect(experimentName(['/a/host1', '/a/host2'])).toBe('host1 + host2');
        expect(experimentName(['/a/host1', '/a/host2', '/a/host3'])).toBe('host1 + 2');
        expect(experimentName(['/a/x/trace', '/a/x/1'])).toBe('x');
    });
});
