import { RequestHandler, Response } from 'express';
import { ServiceEvent, TraceServerState } from '../protocol';
import { ServiceEvents } from '../service/service-events';

/** Shows clients and what lies between that the stream lives though nothing happens. */
const HEARTBEAT_MS = 15_000;
/** A client that reads slower than this is let go: it may connect anew and ask for the state of things. */
const BACKLOG_LIMIT_BYTES = 4 * 1024 * 1024;

/**
 * `text/event-stream` of `ServiceEvent`s, one JSON document an event. Begins with the state of the trace server, so that
 * whoever comes late knows it.
 */
export function streamEvents(events: ServiceEvents, traceServerState: () => TraceServerState): RequestHandler {
    return (_request, response) => {
        response.status(200).set({
            'content-type': 'text/event-stream',
            'cache-control': 'no-store',
            connection: 'keep-alive'
        });
        send(response, { type: 'trace-server', state: traceServerState() });
        const unsubscribe = events.subscribe(event => send(response, event));
        const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MS);
        response.on('close', () => {
            clearInterval(heartbeat);
            unsubscribe();
        });
    };
}

function send(response: Response, event: ServiceEvent): void {
    if (response.writableLength > BACKLOG_LIMIT_BYTES) {
        response.destroy();
        return;
    }
    response.write(`data: ${JSON.stringify(event)}\n\n`);
}
