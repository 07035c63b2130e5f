type Task = () => void;

const waiting: Task[] = [];
let isRunning = false;

/** Draws charts one a frame, so that a result with many never keeps the workbench from answering. @returns takes it back */
export function drawSoon(task: Task): () => void {
    waiting.push(task);
    if (!isRunning) {
        isRunning = true;
        requestAnimationFrame(drawNext);
    }
    return () => {
        const index = waiting.indexOf(task);
        if (index >= 0) {
            waiting.splice(index, 1);
        }
    };
}

function drawNext(): void {
    const task = waiting.shift();
    isRunning = waiting.length > 0;
    if (isRunning) {
        requestAnimationFrame(drawNext);
    }
    task?.();
}
