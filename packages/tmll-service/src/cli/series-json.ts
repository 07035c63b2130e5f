import { TimeSeries } from 'tmll-analysis/algorithms';
import { TextOutput } from './text-output';

/** Prints `{series:[{name, unit, ns:[…], values:[…]}]}`, point by point: series may have millions. */
export async function writeSeriesJson(series: readonly TimeSeries[], out: TextOutput): Promise<void> {
    await out.write('{"series":[');
    for (const [index, { name, unit, origin, times, values }] of series.entries()) {
        await out.write(
            `${index === 0 ? '' : ','}{"name":${JSON.stringify(name)},"unit":${JSON.stringify(unit)},"ns":[`
        );
        await writeList(times, time => `"${origin + BigInt(time)}"`, out);
        await out.write('],"values":[');
        await writeList(values, value => (Number.isFinite(value) ? String(value) : 'null'), out);
        await out.write(']}');
    }
    await out.write(']}\n');
}

async function writeList(numbers: Float64Array, format: (value: number) => string, out: TextOutput): Promise<void> {
    for (let index = 0; index < numbers.length; index++) {
        if (out.add((index === 0 ? '' : ',') + format(numbers[index]))) {
            await out.flush();
        }
    }
}
