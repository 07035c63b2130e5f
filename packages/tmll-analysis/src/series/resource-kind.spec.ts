import { resourceKindOf } from './resource-kind';

describe('resourceKindOf', () => {
    it.each([
        ['CPU Usage', 'cpu'],
        ['CPU Usage per CPU', 'cpu'],
        ['Kernel Memory Usage', 'memory'],
        ['Memory Usage', 'memory'],
        ['Disk I/O View', 'disk'],
        ['Event Rate', 'other']
    ])('of %s is %s', (name, kind) => {
        expect(resourceKindOf([name, 'host'])).toBe(kind);
    });
});
