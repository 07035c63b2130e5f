import { ChangePointParameters } from './change-point-schema';
import { locate } from './location';
import { Segmentation, SegmentationOptions } from './segmentation';

/** The parameters that `segment` takes. */
export function segmentationOptions(parameters: ChangePointParameters): SegmentationOptions {
    const { cost, search, minimumSize, penaltyFactor, changePoints } = parameters;
    return { cost, search, minimumSize, penaltyFactor, count: changePoints };
}

/** What `locate` takes of a segmentation. */
export function locationOptions(
    { costs }: Segmentation,
    { confidence, minimumSize }: ChangePointParameters
): Parameters<typeof locate>[2] {
    return { confidence, minimumSize, parameters: costs.reduce((sum, cost) => sum + cost.parameters + 1, 0) };
}
