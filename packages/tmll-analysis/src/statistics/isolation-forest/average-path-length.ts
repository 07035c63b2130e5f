const EULER_GAMMA = 0.5772156649015329;

/**
 * The average number of splits that it takes to tell one of n values apart, c(n) = 2·H(n − 1) − 2·(n − 1)/n with the
 * harmonic number H(i) ≈ ln i + γ (Liu, Ting and Zhou 2008, equation 1; for n = 2 it is 1, as in scikit-learn).
 * @param n a whole number from 0 on; 0 for n below 2
 */
export function averagePathLength(n: number): number {
    if (n < 2) {
        return 0;
    }
    return n === 2 ? 1 : 2 * (Math.log(n - 1) + EULER_GAMMA) - (2 * (n - 1)) / n;
}
