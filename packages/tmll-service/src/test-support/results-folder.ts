import { join } from 'node:path';
import { RESULTS_FOLDER_NAME } from '../protocol';
import { ResultStore } from '../results/result-store';

/** The stored results of a service, as another process of the same user sees them. */
export function resultsIn(dataFolder: string): ResultStore {
    return new ResultStore(join(dataFolder, RESULTS_FOLDER_NAME), () => undefined);
}
