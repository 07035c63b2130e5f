import * as React from '@theia/core/shared/react';
import { AnomalyView } from './anomalies/anomaly-view';
import { ChangeView } from './changes/change-view';
import { ClusterView } from './clusters/cluster-view';
import { ContentProps } from './content-props';
import { CorrelationView } from './correlation/correlation-view';
import { DocumentView } from './document-view';
import { ForecastView } from './forecast/forecast-view';
import { IdleView } from './idle/idle-view';
import { LeakView } from './leaks/leak-view';

/** Views by the id of the module whose results they show. */
const VIEWS: Readonly<Record<string, React.FC<ContentProps<never>>>> = {
    anomalies: AnomalyView,
    changepoints: ChangeView,
    cluster: ClusterView,
    correlate: CorrelationView,
    forecast: ForecastView,
    idle: IdleView,
    leaks: LeakView
};

/** The content of a result: by a view of its own where its module has one, else as the document that tells it. */
export const ResultContent: React.FC<ContentProps> = props => {
    const { result, document, theme, onGo } = props;
    const View = VIEWS[result.provenance.module];
    return View ? (
        <View {...(props as ContentProps<never>)} />
    ) : (
        <DocumentView document={document} theme={theme} onGo={onGo} />
    );
};
