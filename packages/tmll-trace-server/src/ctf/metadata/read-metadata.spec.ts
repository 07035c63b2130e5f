import { join } from 'node:path';
import { removeTemporaryTraces, temporaryTrace } from '../test-support/temporary-trace';
import { simpleMetadata } from '../test-support/simple-trace';
import { parseMetadata, readMetadata } from './read-metadata';

afterAll(removeTemporaryTraces);

describe('metadata', () => {
    test('is read from its file', async () => {
        const folder = temporaryTrace({ metadata: simpleMetadata() });

        const { uuid, streams, environment } = await readMetadata(join(folder, 'metadata'));

        expect(uuid).toBe('00112233-4455-6677-8899-aabbccddeeff');
        expect(streams[0].events.map(({ name }) => name)).toEqual(['tick', 'note']);
        expect(environment).toEqual({ hostname: 'here', answer: 42 });
    });

    test('that does not parse is refused with line, column and what was expected', () => {
        expect(() => parseMetadata('trace {\n  major = ;\n};', '/t/metadata')).toThrow(
            'The metadata /t/metadata cannot be understood: line 2, column 11: ' +
                'expected a number, a string or a name but found ";".'
        );
    });

    test('of CTF 2 that contradicts itself is refused with the place in it', () => {
        expect(() => parseMetadata('\x1e{ "type": "preamble", "version": 3 }', '/t/metadata')).toThrow(
            'The metadata /t/metadata cannot be understood: fragment 1 (preamble): the version is 3, not 2.'
        );
    });

    test('that is missing is refused in one sentence', async () => {
        await expect(readMetadata('/nowhere/metadata')).rejects.toThrow('/nowhere/metadata does not exist.');
    });
});
