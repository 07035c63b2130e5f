import type { DerivedOutput, OutputConfiguration, OutputDescriptor } from '../output';
import { type Filter, FilterError, parseFilter } from './parse-filter';

/** How an output is made of another one by a filter alone. */
export function filterConfiguration(
    { id, name, description }: Pick<OutputConfiguration, 'id' | 'name' | 'description'>,
    make: (descriptor: OutputDescriptor, filter: Filter) => DerivedOutput
): OutputConfiguration {
    return {
        id,
        name,
        description,
        schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            title: name,
            type: 'object',
            properties: {
                expression: {
                    type: 'string',
                    title: 'Filter',
                    description:
                        'Condition on the type, fields and contexts of events: "event type" matches "^shop:" && latency > 1000000',
                    minLength: 1,
                    maxLength: 2000
                }
            },
            required: ['expression'],
            additionalProperties: false
        },
        derive(descriptor, { expression }) {
            if (typeof expression !== 'string') {
                throw new FilterError('The parameter expression must be a text.');
            }
            return make(descriptor, parseFilter(expression));
        }
    };
}
