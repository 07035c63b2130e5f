import { betaTail } from './beta-distribution';

/**
 * The probability that a variable of Student's t distribution is at least as far from 0 as t, on either side.
 * @param freedom degrees of freedom, not necessarily whole; from 0 down nothing can be told and the answer is 1
 */
export function twoSidedStudentP(t: number, freedom: number): number {
    if (!(freedom > 0)) {
        return 1;
    }
    return Number.isFinite(t) ? betaTail((t * t) / (t * t + freedom), 0.5, freedom / 2) : 0;
}
