import { bundle } from '../test-support/bundle';
import { derive, OpenedGateway, openGateway } from '../test-support/opened-gateway';
import { rawRequest } from '../test-support/raw-request';
import { temporaryFolder } from '../test-support/temporary-folder';

const scripts = bundle();
const dataFolder = temporaryFolder();

describe('the report of an experiment', () => {
    let opened: OpenedGateway;

    beforeAll(async () => {
        opened = await openGateway({ scripts, dataFolder });
    });

    const report = async (
        query: string
    ): Promise<{ readonly status: number; readonly type?: string; readonly body: string }> => {
        const headers = { authorization: `Bearer ${opened.service.lock.token}` };
        const {
            status,
            headers: answered,
            body
        } = await rawRequest(`${opened.service.url}/tmll/report${query}`, { headers });
        return { status, type: answered['content-type'], body: body.toString() };
    };

    it('says that there is nothing to report before the first analysis', async () => {
        const { status, body } = await report(`?experiment=${opened.experiment}`);
        expect(status).toBe(404);
        expect(JSON.parse(body).detail).toBe('There are no results of g-periodic yet; run an analysis first.');
    });

    it('is one page with the findings of what was analysed anywhere, in which nothing runs', async () => {
        await derive(opened);
        const { status, type, body } = await report(`?experiment=${opened.experiment}`);
        expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
        expect(body).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
        expect(body).toContain('<h1>g-periodic: what TMLL found</h1>');
        expect(body).toContain('Anomaly Detection Results');
        expect(body).toContain('shop:gauge');
        expect(body).not.toContain('<script');
    });

    it('is of one result when one is named', async () => {
        const { body: results } = await opened.http.request<{ readonly id: string }[]>('GET', '/tmll/results');
        const { status, body } = await report(`?result=${results[0].id}`);
        expect(status).toBe(200);
        expect(body).toContain('<h2>Anomaly Detection Results</h2>');
        expect((await report('?result=0123456789abcdef0123456789abcdef')).status).toBe(404);
    });

    it.each(['', '?experiment=a&experiment=b'])('wants one experiment, not "%s"', async query => {
        expect((await report(query)).status).toBe(400);
    });

    it('does not know what the trace server does not know', async () => {
        expect((await report('?experiment=00000000-0000-0000-0000-000000000000')).status).toBe(404);
    });
});
