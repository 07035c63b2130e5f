import { nameUuid } from './name-uuid';

describe('nameUuid', () => {
    it('equals Java\'s UUID.nameUUIDFromBytes (oracle: the experiment "many-threads" of Trace Compass)', () => {
        expect(nameUuid('many-threads')).toBe('cac41419-0baf-38de-936f-9c6a1c87eb8a');
    });
});
