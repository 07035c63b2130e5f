import { DocumentBlock, DocumentSection } from '../document/report-document';
import { Provenance } from '../series/analysis';
import { formatDuration } from '../series/duration';
import { formatNs } from '../series/format';

/** What a result was computed from, how, and the command that computes it again. */
export function provenanceSection(provenance: Provenance): DocumentSection {
    const { range, series, points, resamplingNs, method, methodReason, warnings, durationMs, command } = provenance;
    const blocks: DocumentBlock[] = [
        {
            kind: 'metrics',
            metrics: [
                { name: 'Trace', value: provenance.experimentName },
                { name: 'From', value: formatNs(range.startNs) },
                { name: 'To', value: formatNs(range.endNs) },
                { name: 'Series', value: `${series.length}` },
                { name: 'Points', value: `${points}` },
                { name: 'Step', value: resamplingNs === undefined ? 'as they came' : formatDuration(resamplingNs) },
                { name: 'Method', value: `${method} (${methodReason.replace(/\.$/, '')})` },
                { name: 'Computed in', value: formatDuration(BigInt(Math.round(durationMs * 1e6))) },
                { name: 'Module', value: `${provenance.module}, version ${provenance.moduleVersion}` }
            ]
        },
        { kind: 'text', text: `The same again: ${command}` }
    ];
    return {
        title: 'How It Was Computed',
        blocks: warnings.length === 0 ? blocks : [{ kind: 'list', items: warnings }, ...blocks]
    };
}
