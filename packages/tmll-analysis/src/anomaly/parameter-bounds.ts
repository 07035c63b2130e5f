import { ParameterError } from '../series/parameter-error';

/** @throws ParameterError unless the value is a finite number above 0 */
export function requirePositive(name: string, value: number): void {
    if (!(value > 0 && value < Infinity)) {
        throw new ParameterError(`${name} is ${value}; it must be a number above 0.`);
    }
}

/** @throws ParameterError unless the value is a whole number of at least `minimum` */
export function requireWhole(name: string, value: number, minimum: number): void {
    if (!Number.isSafeInteger(value) || value < minimum) {
        throw new ParameterError(`${name} is ${value}; it must be a whole number from ${minimum} on.`);
    }
}
