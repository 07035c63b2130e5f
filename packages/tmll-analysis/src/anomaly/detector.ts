import { ParameterProperty } from '../series/parameter-schema';
import { Detection } from './detection';

/**
 * One way to tell which points of a series stand out: one file, and one line in `detectors.ts`.
 *
 * `P` are its own parameters. It is handed the parameters of all methods and reads its own.
 */
export interface Detector<P> {
    /** As in the API and on the command line: `moving_average`. */
    readonly method: string;
    /** For people: `Moving average`. */
    readonly title: string;
    /** What it compares, and when it fits. */
    readonly description: string;
    /** Its own parameters. Several methods may share one and then name the same property object. */
    readonly properties: Readonly<Partial<Record<keyof P, ParameterProperty>>>;
    /**
     * Judges each point. Never writes into its input.
     * @param values NaN = no value; such a point is never flagged
     * @param times ns, ascending, as many as values
     * @throws ParameterError when a parameter is out of its bounds
     */
    detect(values: Float64Array, parameters: P, times: Float64Array): Detection;
}
