import { Response } from 'express';

/** Answers with JSON that nobody is to keep. */
export function answer(response: Response, body: unknown, status = 200): void {
    response.status(status).set('cache-control', 'no-store').json(body);
}
