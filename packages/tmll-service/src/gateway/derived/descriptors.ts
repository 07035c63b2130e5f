import { AnalysisModule } from 'tmll-analysis';
import { JsonValue } from 'tmll-trace-server';
import { OutputView } from '../outputs/output-view';
import { DerivedOutput } from './derived-outputs';
import { GROUP_ID, ownId } from './output-ids';

/** The group of all our outputs. */
export function groupDescriptor(): JsonValue {
    return {
        id: GROUP_ID,
        name: 'TMLL',
        description: 'Analyses that find what is worth a look',
        type: 'NONE',
        capabilities: { canCreate: false, canDelete: false }
    };
}

/** An analysis: a group of what was made of it, and where more can be made. */
export function moduleDescriptor({ id, name, description }: AnalysisModule): JsonValue {
    return {
        parentId: GROUP_ID,
        id: ownId({ module: id }),
        name,
        description,
        type: 'NONE',
        capabilities: { canCreate: true, canDelete: false }
    };
}

/** A derived output: a group of the views of one result. */
export function outputDescriptor(output: DerivedOutput): JsonValue {
    const { id, module, name, description, parameters } = output;
    const sourceTypeId = ownId({ module });
    return {
        parentId: sourceTypeId,
        id: ownId({ module, questionId: id }),
        name,
        description,
        type: 'NONE',
        configuration: { id, name, description, sourceTypeId, parameters: parameters as JsonValue },
        capabilities: { canCreate: false, canDelete: true }
    };
}

/** One view of a result. */
export function viewDescriptor({ id, module, name }: DerivedOutput, view: OutputView): JsonValue {
    return {
        parentId: ownId({ module, questionId: id }),
        id: ownId({ module, questionId: id, view: view.id }),
        name: `${view.name} (${name})`,
        description: view.description,
        type: view.type
    };
}
