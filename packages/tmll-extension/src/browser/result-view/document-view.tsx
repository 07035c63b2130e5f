import * as React from '@theia/core/shared/react';
import type { DocumentBlock, TracePlace, DocumentSection, PlotTheme, ReportDocument } from 'tmll-analysis/algorithms';
import { DocumentTable } from './document-table';
import { PlotView } from './plot-view';

interface DocumentViewProps {
    readonly document: ReportDocument;
    readonly theme: PlotTheme;
    /** Goes to what a row of a table speaks of. */
    readonly onGo: (place: TracePlace) => void;
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
            return <DocumentTable block={block} label={title} onGo={context.onGo} />;
        case 'plot':
            return <PlotView plot={block.plot} theme={context.theme} onGo={context.onGo} />;
    }
};
