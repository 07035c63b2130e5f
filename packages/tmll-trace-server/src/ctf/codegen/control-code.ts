import { CodeWriter } from './code-writer';
import { endsInBits, meetingState, Position, PositionState, UNKNOWN_BYTE } from './position';

/** One of several ways to go on. */
export interface Branch {
    /** When it is taken; without it, when none before it is. */
    readonly test?: string;
    /** Writes its lines. */
    write(): void;
}

/** Writes branches that all start at the position, which then is in a state that they all can reach. */
export function writeBranches(writer: CodeWriter, position: Position, branches: readonly Branch[]): void {
    const start = position.current;
    const written = branches.map(({ test, write }) => {
        position.restore(start);
        const lines = writer.capture(write);
        return { test, lines, end: position.current };
    });
    const after = meetingState(written.map(({ end }) => end));
    written.forEach(({ test, lines, end }, index) => {
        writer.line(`${index === 0 ? '' : 'else '}${test === undefined ? '' : `if (${test}) `}{`);
        writer.append(lines);
        position.restore(end);
        position.moveTo(after);
        writer.line('}');
    });
    position.restore(after);
}

/** Repeats a body that must begin and end in the same state of the position. */
export function writeLoop(writer: CodeWriter, position: Position, count: string, body: () => void): void {
    const index = writer.fresh('i');
    position.flush();
    const begin = position.current;
    let state = begin.mode === 'byte' ? UNKNOWN_BYTE : begin;
    let lines = bodyOf(writer, position, body, state);
    if (!lines) {
        position.restore(begin);
        state = { mode: 'bit' };
        position.moveTo(state);
        lines = bodyOf(writer, position, body, state);
    }
    writer.line(`for (let ${index} = 0; ${index} < ${count}; ${index}++) {`);
    writer.append(lines ?? []);
    writer.line('}');
    position.restore(state);
}

/** The lines of a loop's body; undefined when it ends within a byte but must not. */
function bodyOf(writer: CodeWriter, position: Position, write: () => void, state: PositionState): string[] | undefined {
    let possible = true;
    const lines = writer.capture(() => {
        position.restore(state);
        write();
        possible = state.mode === 'bit' || !endsInBits(position.current);
        if (possible) {
            position.moveTo(state);
        }
    });
    return possible ? lines : undefined;
}
