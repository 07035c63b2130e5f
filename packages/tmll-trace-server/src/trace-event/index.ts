export { isTraceEventFile, openTraceEvents } from './open-trace-events';
