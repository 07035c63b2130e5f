import { metadataText } from './metadata-text';

function packet(text: string, little: boolean, change: (bytes: Buffer) => void = () => undefined): Buffer {
    const bytes = Buffer.alloc(64 + text.length);
    const write = (value: number, at: number): unknown =>
        little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
    write(0x75d11d57, 0);
    write((37 + text.length) * 8, 24);
    write(bytes.length * 8, 28);
    bytes.write(text, 37);
    change(bytes);
    return bytes;
}

describe('metadataText', () => {
    test('gives plain text as it is', () => {
        expect(metadataText(Buffer.from('/* CTF 1.8 */'), 'm')).toBe('/* CTF 1.8 */');
    });

    test.each([true, false])('joins packets (little endian: %s) without their padding', little => {
        const bytes = Buffer.concat([packet('trace {', little), packet(' };', little)]);

        expect(metadataText(bytes, 'm')).toBe('trace { };');
    });

    test.each([
        ['empty', Buffer.alloc(0), 'The metadata file m is empty'],
        ['binary', Buffer.from('ab\0c'), 'neither text nor made of CTF metadata packets'],
        ['cut in a packet', packet('trace', true).subarray(0, 40), 'is cut off: its packet at byte 0 needs 42 bytes'],
        [
            'cut in a header',
            Buffer.concat([packet('x', true), packet('y', true).subarray(0, 9)]),
            'has no packet at byte 65'
        ],
        ['compressed', packet('x', true, bytes => bytes.writeUInt8(1, 32)), 'is compressed or encrypted'],
        ['a packet of size 0', packet('x', true, bytes => bytes.writeUInt32LE(0, 28)), 'has impossible sizes'],
        ['content of size 0', packet('x', true, bytes => bytes.writeUInt32LE(0, 24)), 'has impossible sizes']
    ])('says what is wrong when it is %s', (_, bytes, message) => {
        expect(() => metadataText(bytes, 'm')).toThrow(message);
    });
});
