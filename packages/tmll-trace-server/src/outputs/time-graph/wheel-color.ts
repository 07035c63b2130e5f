/** Hues at even distances around the wheel, without the red at both of its ends. */
export interface ColorWheel {
    readonly colors: number;
    readonly saturation: number;
    readonly brightness: number;
}

/** The colour of an index in [0, colors): `#cc9a29`. */
export function wheelColor({ colors, saturation, brightness }: ColorWheel, index: number): string {
    const sector = (6 * (index + 1)) / (colors + 1);
    const channels = [5, 3, 1].map(shift => {
        // The usual formula from HSV to RGB, a channel at a time.
        const k = (shift + sector) % 6;
        return brightness - brightness * saturation * Math.max(0, Math.min(k, 4 - k, 1));
    });
    return `#${channels
        .map(channel =>
            Math.round(channel * 255)
                .toString(16)
                .padStart(2, '0')
        )
        .join('')}`;
}

const THREADS: ColorWheel = { colors: 25, saturation: 0.8, brightness: 0.8 };
/** Puts neighbouring thread ids at opposite sides of the wheel. */
const OFFSET = 14;

/** The colour by which a thread is known. */
export function threadColor(tid: number): string {
    return wheelColor(THREADS, (tid + OFFSET) % THREADS.colors);
}
