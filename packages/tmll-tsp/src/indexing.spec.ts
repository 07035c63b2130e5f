import { createTspClient, waitForIndexing } from '.';
import { HttpServer, sendJson } from './test-support/http-server';

let statuses: string[] = [];
const server = new HttpServer((_, response) => {
    const indexingStatus = statuses.length > 1 ? statuses.shift() : statuses[0];
    const end = indexingStatus === 'COMPLETED' ? '1448652394885108739' : '0';
    sendJson(
        response,
        `{"UUID":"e","name":"exp","start":0,"end":${end},"nbEvents":1,"indexingStatus":"${indexingStatus}"}`
    );
});

beforeAll(() => server.start());
afterAll(() => server.stop());

describe('waitForIndexing', () => {
    it('waits until start and end are final', async () => {
        statuses = ['RUNNING', 'RUNNING', 'COMPLETED'];
        const seen: bigint[] = [];
        const experiment = await waitForIndexing(createTspClient(server.url), 'e', {
            onProgress: ({ end }) => seen.push(end)
        });
        expect(experiment.end).toBe(1448652394885108739n);
        expect(seen).toEqual([0n, 0n]);
    });

    it('has a limit', async () => {
        statuses = ['RUNNING'];
        const waiting = waitForIndexing(createTspClient(server.url), 'e', { timeoutMs: 80 });
        await expect(waiting).rejects.toThrow('still computing experiment e after 0.08 s');
    });

    it('says that a closed experiment must be created again', async () => {
        statuses = ['CLOSED'];
        const waiting = waitForIndexing(createTspClient(server.url), 'e');
        await expect(waiting).rejects.toThrow('experiment exp is closed there; create it again from its traces');
    });
});
