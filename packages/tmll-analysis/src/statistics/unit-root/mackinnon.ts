import { normalCdf } from '../normal-distribution';

/** Below it the p-value is 0 to all digits that mean anything, above the other end it is 1. */
const RANGE = [-18.83, 2.74];
/** Up to here the surface for small p-values holds. */
const SMALL = -1.61;

/**
 * The p-value of a Dickey-Fuller statistic of a regression with a constant: the probability of one as far below when
 * there is a unit root. The response surface of MacKinnon, "Approximate asymptotic distribution functions for unit-root
 * and cointegration tests" (1994), as statsmodels has it.
 */
export function mackinnonP(statistic: number): number {
    if (statistic > RANGE[1]) {
        return 1;
    }
    if (statistic < RANGE[0]) {
        return 0;
    }
    const t = statistic;
    return normalCdf(
        t <= SMALL ? 2.1659 + t * (1.4412 + t * 0.038269) : 1.7339 + t * (0.93202 + t * (-0.12745 + t * -0.010368))
    );
}
