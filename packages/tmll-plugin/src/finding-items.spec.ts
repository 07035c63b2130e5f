import type { StoredResult } from 'tmll-service/protocol';
import { findingItems } from './finding-items';

function result(...severities: number[]): StoredResult {
    const findings = severities.map(severity => ({
        id: `f${severity}`,
        kind: 'anomaly',
        series: { outputId: 'event-rate', path: ['Event Rate', 'shop:gauge'] },
        startNs: '1795424298201926749',
        endNs: '1795424298201926750',
        severity,
        confidence: 1,
        unit: 'events/s',
        sentence: `Severity ${severity}.`
    }));
    return { id: 'r', findings } as unknown as StoredResult;
}

test('the findings of all results come in one list, the worst first', () => {
    const items = findingItems([result(20, 90), result(50)]);
    expect(items.map(item => item.detail)).toEqual(['Severity 90.', 'Severity 50.', 'Severity 20.']);
    expect(items[0].label).toBe('90 · Event Rate → shop:gauge');
});

test('times keep their last nanosecond', () => {
    expect(findingItems([result(1)])[0].description).toBe('1795424298201926749 ns to 1795424298201926750 ns');
});
