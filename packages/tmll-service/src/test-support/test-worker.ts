/** The script of worker threads that know `testModule` only. */
import { taskRunner } from '../jobs/task-runner';
import { testModule } from './test-module';

export default taskRunner([testModule]);
