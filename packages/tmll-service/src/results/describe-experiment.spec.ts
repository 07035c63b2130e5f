import { listen } from '../test-support/listen';
import { SAMPLES } from '../test-support/shared-traces';
import { describeExperiment } from './describe-experiment';

describe('describeExperiment', () => {
    let answer: object;
    let url: string;
    const trace = { name: 't', UUID: 'u', nbEvents: 5, start: 1, end: 2, indexingStatus: 'RUNNING' };

    beforeAll(async () => {
        const server = await listen((_request, response) => {
            response.setHeader('content-type', 'application/json');
            response.end(JSON.stringify(answer));
        });
        url = `${server.url}/tsp/api`;
    });

    const experiment = (indexingStatus: string, path: string): object => ({
        ...{ name: 'shop', UUID: 'e', nbEvents: 5, start: 1, end: 2, indexingStatus },
        traces: [{ ...trace, path }]
    });

    it('tells what the traces are known by', async () => {
        answer = experiment('COMPLETED', '/elsewhere');
        expect(await describeExperiment(url, 'e')).toMatchObject({
            id: 'e',
            name: 'shop',
            fingerprint: expect.any(String)
        });
    });

    it.each(['RUNNING', 'CLOSED'])(
        'does not take half a trace for the whole, when it is %s and its files are not here',
        async status => {
            answer = experiment(status, '/elsewhere');
            await expect(describeExperiment(url, 'e')).rejects.toMatchObject({
                status: 409,
                detail: 'The trace server has not read shop to its end; try again when it has.'
            });
        }
    );

    it('looks at the files where they are here, however far the server is', async () => {
        const seen = new Set<string>();
        for (const status of ['RUNNING', 'COMPLETED']) {
            answer = experiment(status, `${SAMPLES}/g-periodic`);
            seen.add((await describeExperiment(url, 'e')).fingerprint);
        }
        expect(seen.size).toBe(1);
    });
});
