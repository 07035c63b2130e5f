import * as React from '@theia/core/shared/react';
import type { CorrelationData, LeakData } from 'tmll-analysis/algorithms';
import { ContentProps } from './content-props';
import { CorrelationView } from './correlation/correlation-view';
import { DocumentView } from './document-view';
import { LeakView } from './leaks/leak-view';

/** The content of a result: by a view of its own where its module has one, else as the document that tells it. */
export const ResultContent: React.FC<ContentProps> = props => {
    const { result, document, theme, onGo } = props;
    switch (result.provenance.module) {
        case 'correlate':
            return <CorrelationView {...(props as ContentProps<CorrelationData>)} />;
        case 'leaks':
            return <LeakView {...(props as ContentProps<LeakData>)} />;
        default:
            return <DocumentView document={document} theme={theme} onGo={onGo} />;
    }
};
