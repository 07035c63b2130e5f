/** The script of the worker threads. */
import { ANALYSIS_MODULES } from 'tmll-analysis';
import { taskRunner } from './task-runner';

export default taskRunner(ANALYSIS_MODULES);
