import * as React from '@theia/core/shared/react';

interface SectionProps {
    /** Unique in the document: names the section for assistive technology. */
    readonly id: string;
    readonly title: string;
    /** Buttons at the right of the title. */
    readonly actions?: React.ReactNode;
    readonly children: React.ReactNode;
}

/** A titled part of the analysis panel. */
export const Section: React.FC<SectionProps> = ({ id, title, actions, children }) => (
    <section className="tmll-section" aria-labelledby={id}>
        <header className="tmll-section-header">
            <h3 id={id}>{title}</h3>
            {actions}
        </header>
        {children}
    </section>
);
