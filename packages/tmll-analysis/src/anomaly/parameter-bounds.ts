import { ParameterError } from '../series/parameter-error';

/** @throws ParameterError unless the value is a finite number above 0 */
export function requirePositive(name: string, value: number): void {
    if (!(value > 0 && value < Infinity)) {
        throw new ParameterError(`${name} is ${value}; it must be a number above 0.`);
    }
}

/** @throws ParameterError unless the value is a whole number from `minimum` to `maximum` */
export function requireWhole(name: string, value: number, minimum: number, maximum = Infinity): void {
    if (!Number.isSafeInteger(value) || value < minimum || value > maximum) {
        const range = maximum === Infinity ? `from ${minimum} on` : `from ${minimum} to ${maximum}`;
        throw new ParameterError(`${name} is ${value}; it must be a whole number ${range}.`);
    }
}

/** @throws ParameterError unless the value is a number from `minimum` to `maximum` */
export function requireBetween(name: string, value: number, minimum: number, maximum: number): void {
    if (!(value >= minimum && value <= maximum)) {
        throw new ParameterError(`${name} is ${value}; it must be a number from ${minimum} to ${maximum}.`);
    }
}
