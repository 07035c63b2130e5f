import { CallSite } from '../sites/call-site';
import { SiteGrowth } from '../sites/site-growth';

/** A call site with what becomes of its blocks. */
export interface JudgedSite {
    readonly site: CallSite;
    readonly growth: SiteGrowth;
}

export function isGrowing({ growth }: JudgedSite): boolean {
    return growth.verdict === 'growing';
}

/** The sum of the rates of sites; their bounds are added too, which is on the safe side. */
export function totalRate(sites: readonly JudgedSite[]): SiteGrowth['rate'] {
    const sum = (read: (rate: SiteGrowth['rate']) => number): number =>
        sites.reduce((total, { growth }) => total + read(growth.rate), 0);
    return {
        bytesPerSecond: sum(({ bytesPerSecond }) => bytesPerSecond),
        low: sum(({ low }) => low),
        high: sum(({ high }) => high)
    };
}

/** `3 blocks`, `1 block`. */
export function counted(count: number, noun: string): string {
    return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
