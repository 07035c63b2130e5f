import { type Request, Router } from 'express';
import type { Experiment } from '../experiments/experiment';
import type { ExperimentStore } from '../experiments/experiment-store';
import { Parameters, wrong } from '../parameters';
import { checkOrder } from '../requested-times';
import { endpoint, pathParameter } from '../routes/endpoint';
import { type Bookmark, type BookmarkStore, toJson } from './bookmark-store';

const MAX_NAME = 1000;

/** Making, listing, changing and deleting bookmarks. */
export function bookmarkRoutes(experiments: ExperimentStore, bookmarks: BookmarkStore): Router {
    const router = Router();
    const base = '/experiments/:experiment/bookmarks';
    const experimentOf = (request: Request): Experiment => experiments.get(pathParameter(request, 'experiment'));
    const uuidOf = (request: Request): string => pathParameter(request, 'bookmark');
    router.get(
        base,
        endpoint(request => bookmarks.all(experimentOf(request)).map(toJson))
    );
    router.post(
        base,
        endpoint(request => toJson(bookmarks.create(experimentOf(request), contentOf(request))))
    );
    router.get(
        `${base}/:bookmark`,
        endpoint(request => toJson(bookmarks.get(experimentOf(request), uuidOf(request))))
    );
    router.put(
        `${base}/:bookmark`,
        endpoint(request => toJson(bookmarks.change(experimentOf(request), uuidOf(request), contentOf(request))))
    );
    router.delete(
        `${base}/:bookmark`,
        endpoint(request => toJson(bookmarks.delete(experimentOf(request), uuidOf(request))))
    );
    return router;
}

function contentOf(request: Request): Omit<Bookmark, 'uuid'> {
    const parameters = Parameters.of(request.body);
    const name = parameters.text('name');
    const [start, end] = [parameters.time('start'), parameters.time('end')];
    checkOrder(start, end);
    if (name.length > MAX_NAME) {
        throw wrong('name', `a text of at most ${MAX_NAME} characters`);
    }
    return { name, start, end };
}
