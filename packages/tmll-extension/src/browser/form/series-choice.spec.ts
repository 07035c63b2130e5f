import {
    chooseOutputs,
    choiceState,
    countChosen,
    isSeriesChosen,
    OutputNode,
    searchOutputs,
    SeriesChoice,
    toggleOutput,
    toggleSeries,
    toSelection
} from './series-choice';

const output = (id: string, ...labels: string[]): OutputNode => ({
    id,
    name: id,
    description: '',
    series: labels.map(label => ({ id: `${id}/${label}`, label, isDefault: false, depth: 1 }))
});
const rate = output('Event Rate', 'begin', 'end', 'gauge');
const histogram: OutputNode = { id: 'Histogram', name: 'Histogram', description: '' };
const none: SeriesChoice = new Map();

describe('choosing outputs', () => {
    it('chooses all of an output, then nothing of it', () => {
        const all = toggleOutput(none, rate.id);
        expect(choiceState(all, rate.id)).toBe('all');
        expect(isSeriesChosen(all, rate.id, 'Event Rate/end')).toBe(true);
        expect(choiceState(toggleOutput(all, rate.id), rate.id)).toBe('none');
    });

    it('completes an output of which some was chosen', () => {
        const some = toggleSeries(none, rate, 'Event Rate/end');
        expect(choiceState(some, rate.id)).toBe('some');
        expect(choiceState(toggleOutput(some, rate.id), rate.id)).toBe('all');
    });
});

describe('choosing series', () => {
    it('takes one series out of a whole output', () => {
        const choice = toggleSeries(chooseOutputs([rate]), rate, 'Event Rate/end');
        expect(toSelection(choice)).toEqual({ series: ['Event Rate/begin', 'Event Rate/gauge'] });
    });

    it('makes it the whole output when the last series is added', () => {
        const choice = ['begin', 'end', 'gauge'].reduce(
            (before, label) => toggleSeries(before, rate, `Event Rate/${label}`),
            none
        );
        expect(toSelection(choice)).toEqual({ outputs: ['Event Rate'] });
    });

    it('is nothing again when the last series is taken away', () => {
        const choice = toggleSeries(toggleSeries(none, rate, 'Event Rate/end'), rate, 'Event Rate/end');
        expect(toSelection(choice)).toBeUndefined();
    });

    it('does not change the choice it starts from', () => {
        const before = chooseOutputs([rate]);
        toggleSeries(before, rate, 'Event Rate/end');
        toggleOutput(before, rate.id);
        expect(toSelection(before)).toEqual({ outputs: ['Event Rate'] });
    });
});

describe('choosing for a user who names outputs only', () => {
    const threads = Array.from({ length: 41 }, (_, index) => `thread ${index}`);
    const many = output('CPU Usage', ...threads);
    const chosenOf = (node: OutputNode): unknown => toSelection(chooseOutputs([node]));

    it('takes all series, also where they are not loaded yet', () => {
        expect(chosenOf(rate)).toEqual({ outputs: ['Event Rate'] });
        expect(chosenOf(histogram)).toEqual({ outputs: ['Histogram'] });
    });

    it('takes of very many those that the trace server shows first', () => {
        const series = many.series?.map(node => ({ ...node, isDefault: node.label === 'thread 7' }));
        expect(chosenOf({ ...many, series })).toEqual({ series: ['CPU Usage/thread 7'] });
    });

    it('takes of very many the topmost few where the trace server names none', () => {
        const series = many.series?.map(node => ({ ...node, depth: node.label === 'thread 40' ? 1 : 2 }));
        expect(chosenOf({ ...many, series })).toEqual({
            series: [40, 0, 1, 2, 3].map(index => `CPU Usage/thread ${index}`)
        });
    });

    it('can tell how many that are', () => {
        expect(countChosen(chooseOutputs([many]), many)).toBe(5);
        expect(countChosen(chooseOutputs([rate]), rate)).toBe(3);
        expect(countChosen(chooseOutputs([histogram]), histogram)).toBeUndefined();
        expect(countChosen(none, rate)).toBeUndefined();
    });
});

describe('toSelection', () => {
    it('names whole outputs and single series of others', () => {
        const choice = toggleSeries(chooseOutputs([histogram]), rate, 'Event Rate/end');
        expect(toSelection(choice)).toEqual({ outputs: ['Histogram'], series: ['Event Rate/end'] });
    });
});

describe('searchOutputs', () => {
    const outputs = [rate, output('CPU Usage', 'total', 'begin thread'), histogram];
    const found = (text: string): string[] =>
        searchOutputs(outputs, text).flatMap(({ name, series }) => [name, ...(series ?? []).map(({ label }) => label)]);

    it('keeps everything without a text', () => {
        expect(searchOutputs(outputs, '  ')).toBe(outputs);
    });

    it('keeps all series of an output that fits, and of others those that fit', () => {
        expect(found('begin')).toEqual(['Event Rate', 'begin', 'CPU Usage', 'begin thread']);
        expect(found('cpu')).toEqual(['CPU Usage', 'total', 'begin thread']);
    });

    it('wants every word, over output and series together', () => {
        expect(found('rate gauge')).toEqual(['Event Rate', 'gauge']);
        expect(found('rate total')).toEqual([]);
    });

    it('finds outputs whose series are not loaded', () => {
        expect(found('HISTO')).toEqual(['Histogram']);
    });
});
