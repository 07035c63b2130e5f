import { ParameterError } from '../series/parameter-error';
import { AUTO, AutoParameters } from './auto/auto';
import { COMBINED, CombinedParameters } from './combined';
import { Detector } from './detector';
import { FREQUENCY_DOMAIN, FrequencyDomainParameters } from './frequency-domain';
import { IFOREST, IforestParameters } from './iforest/iforest';
import { IQR } from './iqr';
import { MATRIX_PROFILE, MatrixProfileParameters } from './matrix-profile/matrix-profile';
import { MOVING_AVERAGE } from './moving-average';
import { POLY, PolyParameters } from './poly';
import { SEASONALITY } from './seasonality';
import { SeasonalityParameters } from './seasonality-order';
import { SPECTRAL_RESIDUAL, SpectralResidualParameters } from './spectral-residual';
import { SUB_PCA, SubPcaParameters } from './sub-pca/sub-pca';
import { ZSCORE } from './zscore';

/** The parameters of all methods together. */
export interface DetectorParameters
    extends
        CombinedParameters,
        IforestParameters,
        SeasonalityParameters,
        FrequencyDomainParameters,
        PolyParameters,
        SpectralResidualParameters,
        SubPcaParameters,
        MatrixProfileParameters,
        AutoParameters {}

/** All methods, in the order in which they are offered. The first is the default. */
export const DETECTORS: readonly Detector<DetectorParameters>[] = [
    AUTO,
    ZSCORE,
    IQR,
    MOVING_AVERAGE,
    COMBINED,
    IFOREST,
    SEASONALITY,
    FREQUENCY_DOMAIN,
    SPECTRAL_RESIDUAL,
    POLY,
    SUB_PCA,
    MATRIX_PROFILE
];

/** @throws ParameterError when there is no such method */
export function detectorOf(method: string): Detector<DetectorParameters> {
    const detector = DETECTORS.find(candidate => candidate.method === method);
    if (detector === undefined) {
        const known = DETECTORS.map(candidate => candidate.method).join(', ');
        throw new ParameterError(`There is no anomaly detection method "${method}"; use one of ${known}.`);
    }
    return detector;
}
