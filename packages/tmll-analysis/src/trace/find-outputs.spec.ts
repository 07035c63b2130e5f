import { findOutputs } from './find-outputs';
import { Output } from './output';

const OUTPUTS: readonly Output[] = [
    { id: 'org.cpu', name: 'CPU Usage', description: 'Share of time', type: 'TREE_TIME_XY' },
    { id: 'org.disk', name: 'Disk I/O View', description: 'Bytes', type: 'TREE_TIME_XY' },
    { id: 'org.diskTable', name: 'Disk Requests', description: '', type: 'TABLE' },
    { id: 'a.memory', name: 'Memory Usage', description: 'Heap of the CPU-bound process', type: 'TREE_TIME_XY' }
];

const names = (criteria?: Parameters<typeof findOutputs>[1]): string[] =>
    findOutputs(OUTPUTS, criteria).map(o => o.name);

describe('findOutputs', () => {
    it('gives all, by name, without criteria', () => {
        expect(names()).toEqual(['CPU Usage', 'Disk I/O View', 'Disk Requests', 'Memory Usage']);
        expect(names({ keyword: [], type: [] })).toHaveLength(4);
    });

    it('looks in name, description and id, in any case', () => {
        expect(names({ keyword: 'cpu USAGE' })).toEqual(['CPU Usage']);
        expect(names({ keyword: 'CPU' })).toEqual(['CPU Usage', 'Memory Usage']);
        expect(names({ keyword: 'ORG.DISKTABLE' })).toEqual(['Disk Requests']);
    });

    it('wants all words of a criterion, or any of them with matchAny', () => {
        expect(names({ keyword: ['usage', 'cpu'] })).toEqual(['CPU Usage', 'Memory Usage']);
        expect(names({ keyword: ['cpu usage', 'disk'] })).toEqual([]);
        expect(names({ keyword: ['cpu usage', 'disk'], matchAny: true })).toEqual([
            'CPU Usage',
            'Disk I/O View',
            'Disk Requests'
        ]);
    });

    it('defect 9: wants keyword and type both to hold, with matchAny too', () => {
        expect(names({ keyword: ['cpu usage', 'disk'], type: ['xy'], matchAny: true })).toEqual([
            'CPU Usage',
            'Disk I/O View'
        ]);
        expect(names({ keyword: 'disk', type: ['table', 'xy'] })).toEqual([]);
        expect(names({ keyword: 'disk', type: ['table', 'xy'], matchAny: true })).toEqual([
            'Disk I/O View',
            'Disk Requests'
        ]);
    });
});
