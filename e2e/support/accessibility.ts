import AxeBuilder from '@axe-core/playwright';
import { Page } from '@playwright/test';

/** Faults that keep people out. */
const GRAVE = new Set(['serious', 'critical']);

/**
 * What axe-core finds wrong in our own part of a page, one line a fault: rule, place, why. Theia's shell around it is not ours to judge.
 * @param selector of our part
 */
export async function graveFaults(page: Page, selector: string): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).include(selector).analyze();
    return violations
        .filter(({ impact }) => GRAVE.has(impact ?? ''))
        .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}
