import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { AnalysisResult, LagData, lagPlot, lagSentence } from 'tmll-analysis/algorithms';
import { ContentProps } from '../content-props';
import { PlotView } from '../plot-view';

interface LagSectionProps extends Pick<ContentProps, 'result' | 'theme' | 'onAnalyze'> {
    /** Ids of the series. */
    readonly first: string;
    readonly second: string;
}

/** The lags between two series, looked at when they are asked for. */
export const LagSection: React.FC<LagSectionProps> = ({ result, first, second, theme, onAnalyze }) => {
    const [lags, setLags] = React.useState<LagData>();
    const [isBusy, setBusy] = React.useState(false);
    const plot = React.useMemo(() => lags && lagPlot(lags), [lags]);
    const look = async (): Promise<void> => {
        setBusy(true);
        const { range, resamplingNs } = result.provenance;
        const resample = resamplingNs === undefined ? '' : `${resamplingNs}ns`;
        const parameters = { first, second, resample, granger: true };
        const answer = await onAnalyze({ module: 'lag', range, parameters });
        setLags((answer as AnalysisResult<LagData> | undefined)?.data);
        setBusy(false);
    };
    if (lags && plot) {
        return (
            <>
                <p>{lagSentence(lags)}</p>
                <PlotView plot={plot} theme={theme} />
            </>
        );
    }
    return (
        <button type="button" className="theia-button" disabled={isBusy} onClick={look}>
            {isBusy
                ? nls.localize('tmll/correlation/looking', 'Looking at all lags…')
                : nls.localize('tmll/correlation/lags', 'Look at all Lags')}
        </button>
    );
};
