import { Disposable } from '@theia/core/lib/common/disposable';
import { TimeModel, TimeWindow } from './time-model';

/** Changes of the view that follow each other this fast are one step, as those of a turning wheel are; ms. */
const ONE_STEP_MS = 600;
const MOST_STEPS = 200;

/** Goes back to where the view was before, and forth again. */
export class ViewHistory implements Disposable {
    private readonly past: TimeWindow[] = [];
    private readonly future: TimeWindow[] = [];
    private last: TimeWindow;
    private lastChange = Number.NEGATIVE_INFINITY;
    private moving = false;
    private readonly listener: Disposable;

    /** @param now in ms, steadily growing */
    constructor(
        private readonly time: TimeModel,
        private readonly now: () => number = () => performance.now()
    ) {
        this.last = time.view;
        this.listener = time.onDidChangeView(view => this.record(view));
    }

    get canGoBack(): boolean {
        return this.past.length > 0;
    }

    get canGoForward(): boolean {
        return this.future.length > 0;
    }

    back(): void {
        this.go(this.past, this.future);
    }

    forward(): void {
        this.go(this.future, this.past);
    }

    dispose(): void {
        this.listener.dispose();
    }

    private record(view: TimeWindow): void {
        if (!this.moving) {
            const isNewStep = this.now() - this.lastChange > ONE_STEP_MS || this.past.length === 0;
            if (isNewStep) {
                this.past.push(this.last);
                this.past.splice(0, this.past.length - MOST_STEPS);
            }
            this.future.length = 0;
            this.lastChange = this.now();
        }
        this.last = view;
    }

    private go(from: TimeWindow[], to: TimeWindow[]): void {
        const view = from.pop();
        if (view) {
            to.push(this.last);
            this.moving = true;
            this.time.setView(view);
            this.moving = false;
            this.last = this.time.view;
            this.lastChange = Number.NEGATIVE_INFINITY;
        }
    }
}
