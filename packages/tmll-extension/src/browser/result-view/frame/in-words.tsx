import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { ContentProps } from '../content-props';
import { DocumentView } from '../document-view';

/** The whole result as text, tables and pictures; made when it is opened for the first time. */
export const InWords: React.FC<Pick<ContentProps, 'document' | 'theme' | 'onGo'>> = props => {
    const [wasOpened, setWasOpened] = React.useState(false);
    return (
        <details onToggle={event => event.currentTarget.open && setWasOpened(true)}>
            <summary>{nls.localize('tmll/result/inWords', 'In words, and how it was computed')}</summary>
            {wasOpened && <DocumentView {...props} />}
        </details>
    );
};
