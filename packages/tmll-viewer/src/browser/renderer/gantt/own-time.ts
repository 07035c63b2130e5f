import { TimeModel } from '../../session/time-model';

/** Charts that have a time axis of their own, such as flame graphs: keys act on it while the focus is within. */
const ownTimes = new WeakMap<Element, TimeModel>();

const ATTRIBUTE = 'data-own-time';

/** For the `ref` of the element around such a chart. */
export function markOwnTime(element: HTMLElement | null, time: TimeModel): void {
    if (element) {
        element.setAttribute(ATTRIBUTE, '');
        ownTimes.set(element, time);
    }
}

/** The time axis of the chart that has the focus; undefined when it has none of its own. */
export function focusedOwnTime(): TimeModel | undefined {
    const element = document.activeElement?.closest(`[${ATTRIBUTE}]`);
    return element ? ownTimes.get(element) : undefined;
}
