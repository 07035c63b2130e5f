import { ListedFinding } from '../protocol';
import { bundle } from '../test-support/bundle';
import { derive, openGateway } from '../test-support/opened-gateway';
import { temporaryFolder } from '../test-support/temporary-folder';

const scripts = bundle();
const dataFolder = temporaryFolder();

test('findings are listed in words, the worst first, and none before the first analysis', async () => {
    const opened = await openGateway({ scripts, dataFolder });
    const path = `/tmll/findings?experiment=${opened.experiment}`;
    expect((await opened.http.request('GET', path)).body).toEqual([]);
    await derive(opened);
    const { body: findings } = await opened.http.request<ListedFinding[]>('GET', path);
    expect(findings.length).toBeGreaterThan(1);
    const severities = findings.map(({ finding: { severity } }) => severity);
    expect(severities).toEqual([...severities].sort((a, b) => b - a));
    const [{ finding, what, where, when, key, ...worst }] = findings;
    expect(worst).toMatchObject({ module: 'anomalies', moduleName: expect.stringMatching(/^Anomal/), level: 'Medium' });
    expect(finding.sentence).toBe(`${where} ${what.charAt(0).toLowerCase()}${what.slice(1)}`);
    expect(key).toBe(`anomalies/${where}/${finding.startNs}-${finding.endNs}`);
    const sinceStart = Number(BigInt(finding.startNs) - opened.range.start) / 1e9;
    expect(when).toBe(`+${sinceStart.toFixed(3)} s`);
    expect((await opened.http.request('GET', '/tmll/findings')).status).toBe(400);
});
