import * as React from '@theia/core/shared/react';

/** How far below what is on screen something counts as in sight, so that it is there when one scrolls to it. */
const AHEAD = '300px';

/** Whether an element has been on screen, or nearly; stays true from then on. */
export function useInSight(ref: React.RefObject<HTMLElement | null>): boolean {
    const [seen, setSeen] = React.useState(false);
    React.useEffect(() => {
        const element = ref.current;
        if (!element || seen) {
            return undefined;
        }
        const observer = new IntersectionObserver(
            entries => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
            { rootMargin: AHEAD }
        );
        observer.observe(element);
        return () => observer.disconnect();
    }, [ref, seen]);
    return seen;
}
