import { defaultParameters, ParameterProperty, ParameterSchema, RESAMPLE_PARAMETER } from '../series/parameter-schema';
import { SegmentationOptions } from './segmentation';

/** The parameters of module `changepoints`, by `CHANGE_POINT_SCHEMA`. */
export interface ChangePointParameters {
    /** Which series are looked at together, and how. Each series is always looked at alone, too. */
    readonly method: 'single' | 'zscore' | 'voting' | 'pca' | 'all';
    readonly cost: SegmentationOptions['cost'];
    readonly search: SegmentationOptions['search'];
    readonly changePoints: number;
    readonly minimumSize: number;
    readonly penaltyFactor: number;
    /** Share of the series that must change together. */
    readonly vote: number;
    /** So many points apart, changes of several series still count as one. */
    readonly voteWindow: number;
    readonly confidence: number;
    readonly resample: string;
}

const METHODS = [
    ['single', 'Each alone', 'Looks at each series on its own.'],
    [
        'zscore',
        'Together',
        'Standardises all series and cuts them at the same places: finds what shows in several a little.'
    ],
    ['voting', 'Voting', 'Tells where a share of the series change at about the same time.'],
    ['pca', 'Principal component', 'Looks at what the series have in common, their first principal component.'],
    ['all', 'All', 'All of these.']
] as const;

const COSTS = [
    ['auto', 'Level or trend', 'Levels or straight lines, whichever explains the series better.'],
    ['mean', 'Level', 'Finds where the level changes.'],
    ['mean_variance', 'Level and spread', 'Finds where the level changes, or how much the values scatter.'],
    ['rank', 'Rank', 'Finds where values become greater or smaller; does not mind how far out some are.'],
    ['trend', 'Trend', 'Finds where a level or a slope changes, as where a leak begins.']
] as const;

const SEARCHES = [
    ['pelt', 'PELT', 'The best of all cuts.'],
    ['binseg', 'Binary segmentation', 'Cuts in two where it helps most, then each part again.']
] as const;

function choices(list: readonly (readonly [string, string, string])[]): ParameterProperty['oneOf'] {
    return list.map(([value, title, description]) => ({ const: value, title, description }));
}

const PROPERTIES: Readonly<Record<keyof ChangePointParameters, ParameterProperty>> = {
    method: {
        type: 'string',
        title: 'Several series',
        description: 'How several series are looked at together; each is looked at alone, too.',
        default: 'voting',
        oneOf: choices(METHODS)
    },
    cost: {
        type: 'string',
        title: 'What changes',
        description: 'How a stretch without a change is described.',
        default: 'auto',
        oneOf: choices(COSTS)
    },
    search: {
        type: 'string',
        title: 'Search',
        description: 'How the changes are searched for.',
        default: 'pelt',
        oneOf: choices(SEARCHES)
    },
    changePoints: {
        type: 'integer',
        title: 'Number of changes',
        description:
            'How many changes a series has, the largest first (by binary segmentation). 0: as many as the noise allows to tell, perhaps none.',
        default: 0,
        minimum: 0,
        maximum: 100
    },
    minimumSize: {
        type: 'integer',
        title: 'Shortest stretch',
        description: 'Fewest points between two changes.',
        default: 5,
        minimum: 2
    },
    penaltyFactor: {
        type: 'number',
        title: 'Strictness',
        description:
            'Multiple of the penalty that each change must make up for: above 1 for fewer changes, below for more.',
        default: 1,
        exclusiveMinimum: 0
    },
    vote: {
        type: 'number',
        title: 'Votes needed',
        description: 'Share of the series that must change together, but at least two.',
        default: 0.25,
        exclusiveMinimum: 0,
        maximum: 1
    },
    voteWindow: {
        type: 'integer',
        title: 'Voting window',
        description: 'Changes of several series count as one when they are no more than so many points apart.',
        default: 5,
        minimum: 0
    },
    confidence: {
        type: 'number',
        title: 'Confidence',
        description: 'Probability that a change lies in the interval that is given for it.',
        default: 0.95,
        minimum: 0.5,
        maximum: 0.999
    },
    resample: RESAMPLE_PARAMETER
};

/** JSON schema of the parameters of module `changepoints`. */
export const CHANGE_POINT_SCHEMA: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'tmll:changepoints',
    title: 'Change points',
    description: 'Finds when series begin to behave in another way: a level, a slope or a spread that changes to stay.',
    type: 'object',
    properties: {
        ...PROPERTIES,
        vote: { ...PROPERTIES.vote, 'x-visibleWhen': { method: ['voting', 'all'] } },
        voteWindow: { ...PROPERTIES.voteWindow, 'x-visibleWhen': { method: ['voting', 'all'] } }
    },
    additionalProperties: false
};

/** The parameters with which a module runs that is told nothing. */
export const DEFAULT_CHANGE_POINT_PARAMETERS = defaultParameters<ChangePointParameters>(PROPERTIES);
