import { nls } from '@theia/core';
import { FindingColumn } from './finding-order';

/** A column of the table of findings as its header shows it. */
export interface ColumnHeader {
    readonly column: FindingColumn;
    readonly label: string;
    readonly tooltip: string;
}

/** From left to right. */
export const COLUMN_HEADERS: readonly ColumnHeader[] = [
    {
        column: 'severity',
        label: nls.localize('tmll/findings/severity', 'Severity'),
        tooltip: nls.localize('tmll/findings/severityHint', '0 (harmless) to 100 (look at it now)')
    },
    {
        column: 'what',
        label: nls.localize('tmll/findings/what', 'What'),
        tooltip: nls.localize('tmll/findings/whatHint', 'What happened, how much, what is usual')
    },
    {
        column: 'where',
        label: nls.localize('tmll/findings/where', 'Where'),
        tooltip: nls.localize('tmll/findings/whereHint', 'The output and the series it was found in')
    },
    {
        column: 'when',
        label: nls.localize('tmll/findings/when', 'When'),
        tooltip: nls.localize('tmll/findings/whenHint', 'Since the start of the trace')
    },
    {
        column: 'howLong',
        label: nls.localize('tmll/findings/howLong', 'How Long'),
        tooltip: nls.localize('tmll/findings/howLongHint', 'From its first point to its last')
    },
    {
        column: 'expected',
        label: nls.localize('tmll/findings/expected', 'Expected'),
        tooltip: nls.localize('tmll/findings/expectedHint', 'The usual value there, and the band that counts as usual')
    },
    {
        column: 'seen',
        label: nls.localize('tmll/findings/seen', 'Seen'),
        tooltip: nls.localize('tmll/findings/seenHint', 'The value farthest from what was expected')
    },
    {
        column: 'confidence',
        label: nls.localize('tmll/findings/confidence', 'Confidence'),
        tooltip: nls.localize(
            'tmll/findings/confidenceHint',
            'How sure the analysis is, from 0 % (guess) to 100 % (sure)'
        )
    }
];
