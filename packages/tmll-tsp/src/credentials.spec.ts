import { credentialsFor, sendCookiesTo } from './credentials';

describe('credentialsFor', () => {
    it('keeps cookies from servers that were not named', () => {
        expect(credentialsFor('http://localhost:8080/tsp/api/health')).toBe('same-origin');
    });

    it('lets them go below what was named, and nowhere else', () => {
        sendCookiesTo('http://localhost:4711/tmll-tsp');
        expect(credentialsFor('http://localhost:4711/tmll-tsp')).toBe('include');
        expect(credentialsFor('http://localhost:4711/tmll-tsp/experiments')).toBe('include');
        expect(credentialsFor('http://localhost:4711/tmll-tsp-other')).toBe('same-origin');
        expect(credentialsFor('http://localhost:47110/tmll-tsp/x')).toBe('same-origin');
        expect(credentialsFor('http://evil/http://localhost:4711/tmll-tsp/')).toBe('same-origin');
    });
});
