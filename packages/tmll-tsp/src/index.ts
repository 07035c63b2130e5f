export * from 'tsp-typescript-client';
export { createTspClient } from './tsp-client';
export { IndexingOptions, waitForIndexing } from './indexing';
export { PolledAnswer, PollOptions, pollUntilComplete } from './poll';
export { RequestOptions, withRequestOptions } from './request-options';
export { installTransport, NO_STATUS } from './transport';
export { TspError, TspFailure } from './tsp-error';
export { unwrap } from './unwrap';
export { wait } from './wait';
