/** Colours of Trace Compass's wheel for threads: hues at even distances, without the first and the last red. */
const COLORS = 25;
const SATURATION = 0.8;
const BRIGHTNESS = 0.8;
/** Puts neighbouring numbers at opposite sides of the wheel. */
const OFFSET = 14;

/** The colour by which a number, such as a thread id, is known: `#cc9a29`. */
export function wheelColor(id: number): string {
    const index = (((id + OFFSET) % COLORS) + COLORS) % COLORS;
    const sector = (6 * (index + 1)) / (COLORS + 1);
    const channels = [5, 3, 1].map(shift => {
        // The HSV to RGB formula of the CSS color specification, a channel at a time.
        const k = (shift + sector) % 6;
        return BRIGHTNESS - BRIGHTNESS * SATURATION * Math.max(0, Math.min(k, 4 - k, 1));
    });
    return `#${channels
        .map(channel =>
            Math.round(channel * 255)
                .toString(16)
                .padStart(2, '0')
        )
        .join('')}`;
}
