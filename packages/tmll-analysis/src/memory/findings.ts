import { Finding } from '../series/finding';
import { formatValue } from '../series/format';
import { LeakData, LeakSite } from './leak-result';
import { counted } from './summary/judged-site';

/** One finding a call site that grows, the worst first; one for all where frees that were not seen could explain them. */
export function leakFindings(data: LeakData): Finding[] {
    const growing = data.sites.filter(({ verdict, owner }) => verdict === 'growing' && owner !== 'tracer');
    if (data.isDoubtful) {
        return growing.length > 0 ? [doubtfulFinding(data, growing)] : [];
    }
    return growing.map(site => findingOf(site, data.usage.endNs)).sort((a, b) => b.severity - a.severity);
}

function doubtfulFinding({ score, confidence, usage, metrics }: LeakData, sites: readonly LeakSite[]): Finding {
    const bytes = sites.reduce((sum, site) => sum + site.bytes, 0);
    const blocks = sites.reduce((sum, site) => sum + site.blocks, 0);
    return {
        id: 'leak/doubtful',
        kind: 'leak',
        startNs: metrics.leakStartNs ?? usage.startNs,
        endNs: usage.endNs,
        severity: 100 * score,
        confidence,
        actual: bytes,
        unit: 'B',
        sentence: `${counted(sites.length, 'call site')} may keep growing: ${counted(blocks, 'block')}, ${formatValue(bytes, 'B')}; frees that the trace did not see could explain all of them.`
    };
}

function findingOf(site: LeakSite, endNs: bigint): Finding {
    return {
        id: ['leak', site.id].join('/'),
        kind: 'leak',
        startNs: site.startNs ?? site.oldestNs,
        endNs,
        severity: site.severity,
        confidence: site.confidence,
        actual: site.bytes,
        unit: 'B',
        sentence: leakSentence(site)
    };
}

/** "make_report (b-leak+0x12ab) keeps growing: 250 blocks, 72 KiB, 12.1 KiB/s since 14:02:11.4." */
export function leakSentence({ name, blocks, bytes, rate, startNs, oldestNs }: LeakSite): string {
    const pace = formatValue(rate.bytesPerSecond, 'B/s');
    const since = timeOfDay(startNs ?? oldestNs);
    return `${name} keeps growing: ${counted(blocks, 'block')}, ${formatValue(bytes, 'B')}, ${pace} since ${since}.`;
}

/** Time of day in UTC to a tenth of a second, as the charts have it: `14:02:11.4`. */
export function timeOfDay(ns: bigint): string {
    return new Date(Number(ns / 1_000_000n)).toISOString().slice(11, 21);
}
