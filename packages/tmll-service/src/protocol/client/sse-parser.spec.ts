import { SseParser } from './sse-parser';

describe('SseParser', () => {
    it('answers with the data of each complete event', () => {
        expect(new SseParser().push('data: a\n\ndata: b\n\n')).toEqual(['a', 'b']);
    });

    it('keeps an event that arrives in pieces, cut anywhere', () => {
        const text = 'event: x\r\ndata: {"a":\r\ndata: 1}\r\n\r\n: still here\r\n\r\ndata:last\r\n\r\n';
        for (let cut = 0; cut <= text.length; cut++) {
            const parser = new SseParser();
            const events = [...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))];
            expect(events).toEqual(['{"a":\n1}', 'last']);
        }
    });

    it('ignores comments, names and events without data', () => {
        expect(new SseParser().push(': hello\n\nevent: job\nid: 3\n\n')).toEqual([]);
    });
});
