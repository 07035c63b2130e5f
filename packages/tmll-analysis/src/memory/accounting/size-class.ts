const STEP = 16;
/** Up to here classes are 16 bytes wide, as those of common allocators are; beyond, there are four in each octave. */
const SMALL = 1024;
const SMALL_CLASSES = SMALL / STEP;
const FIRST_OCTAVE = 10;

/** Number of the class of a size in bytes, from 0. */
export function sizeClassOf(size: number): number {
    if (size <= SMALL) {
        return Math.ceil(Math.max(size, 0) / STEP);
    }
    const octave = Math.floor(Math.log2(size));
    const quarter = Math.floor((size / 2 ** octave - 1) * 4);
    return SMALL_CLASSES + 1 + (octave - FIRST_OCTAVE) * 4 + quarter;
}

/** The least and the greatest size of a class. */
export function sizesOfClass(sizeClass: number): { readonly least: number; readonly most: number } {
    if (sizeClass <= SMALL_CLASSES) {
        return { least: Math.max(0, (sizeClass - 1) * STEP + 1), most: sizeClass * STEP };
    }
    const quarters = sizeClass - SMALL_CLASSES - 1;
    const bound = (at: number): number => 2 ** (FIRST_OCTAVE + Math.floor(at / 4)) * (1 + (at % 4) / 4);
    return { least: Math.max(bound(quarters), SMALL + 1), most: Math.ceil(bound(quarters + 1)) - 1 };
}
