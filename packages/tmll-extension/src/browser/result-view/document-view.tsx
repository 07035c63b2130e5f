import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import type {
    DocumentBlock,
    DocumentPlace,
    DocumentSection,
    PlotTheme,
    ReportDocument,
    TableBlock
} from 'tmll-analysis/algorithms';
import { PlotView } from './plot-view';

interface DocumentViewProps {
    readonly document: ReportDocument;
    readonly theme: PlotTheme;
    /** Goes to what a row of a table speaks of. */
    readonly onGo: (place: DocumentPlace) => void;
}

type BlockContext = Pick<DocumentViewProps, 'theme' | 'onGo'>;

/** What a result means: words, numbers, tables and pictures, section by section. */
export const DocumentView: React.FC<DocumentViewProps> = ({ document, ...context }) => (
    <article className="tmll-document" aria-label={document.title}>
        {document.sections
            .filter(({ blocks }) => blocks.length > 0)
            .map((section, index) => (
                <Section key={index} section={section} context={context} />
            ))}
    </article>
);

const Section: React.FC<{ readonly section: DocumentSection; readonly context: BlockContext }> = ({
    section,
    context
}) => (
    <section aria-label={section.title}>
        <h3>{section.title}</h3>
        {section.blocks.map((block, index) => (
            <Block key={index} block={block} context={context} title={section.title} />
        ))}
    </section>
);

interface BlockProps {
    readonly block: DocumentBlock;
    readonly context: BlockContext;
    readonly title: string;
}

const Block: React.FC<BlockProps> = ({ block, context, title }) => {
    switch (block.kind) {
        case 'text':
            return <p>{block.text}</p>;
        case 'metrics':
            return (
                <dl className="tmll-metrics">
                    {block.metrics.map(({ name, value }) => (
                        <div key={name}>
                            <dt>{name}</dt>
                            <dd>{value}</dd>
                        </div>
                    ))}
                </dl>
            );
        case 'list':
            return (
                <ol>
                    {block.items.map((item, index) => (
                        <li key={index}>{item}</li>
                    ))}
                </ol>
            );
        case 'table':
            return <Table block={block} label={title} onGo={context.onGo} />;
        case 'plot':
            return <PlotView plot={block.plot} theme={context.theme} />;
    }
};

interface TableProps {
    readonly block: TableBlock;
    readonly label: string;
    readonly onGo: (place: DocumentPlace) => void;
}

const Table: React.FC<TableProps> = ({ block: { columns, rows, places }, label, onGo }) => (
    <div className="tmll-document-table">
        <table aria-label={label}>
            <thead>
                <tr>
                    {columns.map(({ title, align }) => (
                        <th key={title} scope="col" className={align === 'right' ? 'tmll-number' : undefined}>
                            {title}
                        </th>
                    ))}
                    {places && <th aria-label={nls.localize('tmll/document/place', 'Place in the trace')} />}
                </tr>
            </thead>
            <tbody>
                {rows.map((row, index) => (
                    <tr key={index}>
                        {row.map((cell, column) => (
                            <td key={column} className={columns[column].align === 'right' ? 'tmll-number' : undefined}>
                                {cell}
                            </td>
                        ))}
                        {places && <Go place={places[index]} onGo={onGo} />}
                    </tr>
                ))}
            </tbody>
        </table>
    </div>
);

const Go: React.FC<{ readonly place?: DocumentPlace; readonly onGo: (place: DocumentPlace) => void }> = ({
    place,
    onGo
}) => (
    <td>
        {place && (
            <button type="button" className="theia-button secondary tmll-go" onClick={() => onGo(place)}>
                {nls.localize('tmll/document/go', 'Go')}
            </button>
        )}
    </td>
);
