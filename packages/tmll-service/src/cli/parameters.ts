import { ParameterError, ParameterProperty, ParameterSchema, validateParameters } from 'tmll-analysis/algorithms';
import { UsageError } from './exit-status';

/**
 * The parameters that a command line gives: `--set key=value`, and options that stand for one parameter each.
 * @param settings texts `key=value`
 * @param shorthands parameters that have an option of their own, by name; undefined where it was not given
 * @returns only what was given, checked against the schema
 * @throws UsageError when a setting is none or contradicts a shorthand
 * @throws ParameterError when a parameter is unknown or its value is wrong
 */
export function readParameters(
    schema: ParameterSchema,
    settings: readonly string[] = [],
    shorthands: Readonly<Record<string, string | undefined>> = {}
): Record<string, unknown> {
    const texts = new Map<string, string>();
    const given = Object.entries(shorthands).filter((pair): pair is [string, string] => pair[1] !== undefined);
    for (const [name, text] of [...given, ...settings.map(splitSetting)]) {
        if (texts.has(name)) {
            throw new UsageError(`The parameter "${name}" is given twice; give it once.`);
        }
        texts.set(name, text);
    }
    const parameters = Object.fromEntries([...texts].map(([name, text]) => [name, parseValue(schema, name, text)]));
    validateParameters(schema, parameters);
    return parameters;
}

/** For people: the parameters of a schema with their defaults, one a line. */
export function describeParameters(schema: ParameterSchema): string {
    const lines = Object.entries(schema.properties).map(([name, { description, default: value, oneOf }]) => {
        const choices = oneOf ? ` One of ${oneOf.map(choice => choice.const).join(', ')}.` : '';
        return `  ${name}=${value}\n      ${description}${choices}\n`;
    });
    return `\nParameters for --set, with their defaults:\n${lines.join('')}`;
}

function splitSetting(setting: string): [string, string] {
    const at = setting.indexOf('=');
    if (at <= 0) {
        throw new UsageError(`"--set ${setting}" is no setting; write --set key=value.`);
    }
    return [setting.slice(0, at).trim(), setting.slice(at + 1).trim()];
}

function parseValue(schema: ParameterSchema, name: string, text: string): unknown {
    const property: ParameterProperty | undefined = schema.properties[name];
    switch (property?.type) {
        case undefined:
            throw new ParameterError(
                `There is no parameter "${name}"; there are: ${Object.keys(schema.properties).join(', ')}.`
            );
        case 'number':
        case 'integer':
            if (text === '' || !Number.isFinite(Number(text))) {
                throw new ParameterError(
                    `"${name}" must be a number, not "${text}"; its default is ${property.default}.`
                );
            }
            return Number(text);
        case 'boolean':
            if (text !== 'true' && text !== 'false') {
                throw new ParameterError(`"${name}" must be true or false, not "${text}".`);
            }
            return text === 'true';
        case 'string':
            return text;
    }
}
