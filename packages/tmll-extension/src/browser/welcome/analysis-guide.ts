import { nls } from '@theia/core';

/** What an analysis is for, in the words of somebody with a problem. */
export interface GuideEntry {
    /** Id of the analysis. */
    readonly module: string;
    /** The question that it answers. */
    readonly question: string;
    /** When not to trust it. */
    readonly beware: string;
}

function entry(module: string, question: string, beware: string): GuideEntry {
    return {
        module,
        question: nls.localize(`tmll/guide/${module}`, question),
        beware: nls.localize(`tmll/guide/${module}/beware`, beware)
    };
}

/** All analyses, in the order in which they are offered. */
export const ANALYSIS_GUIDE: readonly GuideEntry[] = [
    entry('anomalies', 'When was something unusual?', 'Short series; and what is unusual is not yet a fault.'),
    entry('leaks', 'Which call site never gives its memory back?', 'Lost events; a cache that is still filling.'),
    entry('changepoints', 'When did it begin to behave in another way, for good?', 'Slow drifts; a few dozen points.'),
    entry('correlate', 'What moves together?', 'Common trends; it is no proof of a cause.'),
    entry('lag', 'Which of two series moves first, and by how long?', 'Periodic series: a period more fits as well.'),
    entry('explain', 'What else changed in this window, and in which thread?', 'Windows with little before them.'),
    entry('forecast', 'When will CPU, memory or disk run out?', 'Anything that changes its habits.'),
    entry('idle', 'What rests, for how long, and who uses the CPUs?', 'A trace that covers only part of the load.'),
    entry('cluster', 'Which threads behave alike, and which phases are there?', 'Few series, or all the same.')
];
