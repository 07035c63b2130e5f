import type { EventType, FieldType, TraceEvent } from '../../trace/trace';
import { compileFilter } from './compile-filter';
import { FilterError, parseFilter } from './parse-filter';

const field = (name: string, kind: FieldType['kind'] = 'integer'): FieldType => ({ name, kind });
const type: EventType = {
    index: 0,
    name: 'shop:request_end',
    fields: [
        field('ret'),
        field('size'),
        field('path', 'string'),
        field('state', 'enumeration'),
        field('at', 'structure'),
        field('big')
    ],
    context: [field('vpid'), field('procname', 'string')]
};
const event: TraceEvent = {
    time: 0,
    type,
    stream: { index: 0, file: 'ust/ch0_3', channel: 'ch0' },
    cpu: 3,
    fields: {
        ret: -5,
        size: 4096,
        path: '/cart "x"',
        state: { value: 2, labels: ['WAIT', 'READY'] },
        at: { line: 7 },
        big: 2n ** 63n
    },
    context: { vpid: 17, procname: 'shop' }
};
const holds = (expression: string): boolean => {
    const test = compileFilter(parseFilter(expression), type);
    return typeof test === 'boolean' ? test : test(event);
};

describe('a filter', () => {
    it.each([
        'shop:request_end',
        'request',
        '"REQUEST_END"',
        'ret < 0',
        'ret == -5',
        'ret=-5',
        'ret != 0',
        'size >= 4096 && size <= 0x1000 && size > 4e3',
        'path contains CART',
        'path == "/cart \\"x\\""',
        'path matches "^/c.*\\"$"',
        'state == READY',
        'state == 2',
        'state > 1',
        'at.line == 7',
        'big == 9223372036854775808',
        'big > 9223372036854775807',
        'vpid == 17',
        'context.vpid == 17',
        'PID == 17',
        'CPU == 3',
        'channel == ch0',
        '"event type" matches "^shop:"',
        'procname present',
        '!(ret >= 0)',
        '! kernel',
        'kernel || ret < 0 && size == 4096',
        '(kernel || ret < 0) && size == 4096',
        'ret < "0"'
    ])('%s holds', expression => expect([expression, holds(expression)]).toEqual([expression, true]));

    it.each([
        'kernel',
        'ret > 0',
        'big == 9223372036854775807',
        'path == /cart',
        'state == RUN',
        'absent == 1',
        'absent != 1',
        'absent present',
        'at.column == 7',
        'at.line.deeper == 7',
        'kernel && ret < 0 || size == 0',
        'TID == 17'
    ])('%s does not hold', expression => expect([expression, holds(expression)]).toEqual([expression, false]));

    it('is decided by the type alone where no field matters', () => {
        const test = (expression: string) => compileFilter(parseFilter(expression), type);
        expect(['shop', 'kernel', 'absent == 1', '!kernel && shop', 'kernel || shop'].map(test)).toEqual([
            true,
            false,
            false,
            true,
            true
        ]);
        expect(test('kernel && ret < 0')).toBe(false);
        expect(test('shop || ret < 0')).toBe(true);
    });

    it.each([
        ['', 'The filter ends where a name or a text should be.'],
        ['ret <', 'The filter ends where a value should be.'],
        ['ret < && x', 'The filter has "&&" where a value should be.'],
        ['(ret < 0', 'The filter lacks a closing parenthesis.'],
        ['ret < 0)', 'The filter has ")" where it should end, or && or || be.'],
        ['ret 0', 'The filter has "0" where it should end, or && or || be.'],
        ['"open', 'The filter cannot be read from ""open" on.'],
        ['a & b', 'The filter cannot be read from "& b" on.'],
        ['path matches "("', '"(" is no regular expression.'],
        ['x'.repeat(2001), 'A filter has at most 2000 characters, not 2001.'],
        ['('.repeat(60) + 'x', 'The filter is nested more than 50 levels deep.']
    ])('says what is wrong with %s', (expression, message) => {
        expect(() => holds(expression)).toThrow(FilterError);
        expect(() => holds(expression)).toThrow(message);
    });
});
