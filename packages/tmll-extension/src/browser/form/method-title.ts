import type { Provenance } from 'tmll-analysis/algorithms';
import type { ModuleDescriptor } from 'tmll-service/protocol';

/** The name of the method for people, as its module's form has it; the method's own name when that is not known. */
export function methodTitle(
    modules: readonly ModuleDescriptor[],
    { module, method }: Pick<Provenance, 'module' | 'method'>
): string {
    const schema = modules.find(({ id }) => id === module)?.schema;
    return schema?.properties.method?.oneOf?.find(choice => choice.const === method)?.title ?? method;
}
