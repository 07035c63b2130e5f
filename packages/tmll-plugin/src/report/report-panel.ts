import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ServiceHost } from '../service/service-host';

const VIEW_TYPE = 'tmll.plugin.report';

/** What a report is of. */
export interface ReportSubject {
    /** For the tab. */
    readonly title: string;
    readonly of: { readonly experiment: string } | { readonly result: string };
}

interface ShownReport extends ReportSubject {
    readonly page: string;
    readonly panel: vscode.WebviewPanel;
}

/**
 * Reports in tabs: the page of `tmll report`, made by the service. Its own content security policy lets nothing in it run or be
 * fetched, and the webview allows no scripts either.
 */
export class ReportPanel implements vscode.Disposable {
    private shown: readonly ShownReport[] = [];

    constructor(private readonly host: ServiceHost) {}

    /**
     * Shows a report as it is now.
     * @throws Error with one sentence when there is nothing to report
     */
    async show(subject: ReportSubject): Promise<void> {
        const api = await this.host.whenUp();
        const page = await api.report(subject.of);
        const panel = this.find(subject)?.panel ?? this.open(subject.title);
        this.shown = [...this.shown.filter(other => other.panel !== panel), { ...subject, page, panel }];
        panel.webview.html = page;
        panel.reveal();
    }

    /** Saves the report in front as one file; the user is asked where. */
    async save(): Promise<void> {
        const report = this.shown.find(({ panel }) => panel.active) ?? this.shown.at(-1);
        if (!report) {
            await vscode.window.showInformationMessage('Show a report first: "TMLL: Show Report".');
            return;
        }
        const name = `${report.title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_')}.html`;
        const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
        const defaultUri = folder.with({ path: join(folder.path, name) });
        const uri = await vscode.window.showSaveDialog({ defaultUri, filters: { 'HTML Page': ['html'] } });
        if (uri) {
            await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(report.page));
        }
    }

    dispose(): void {
        this.shown.forEach(({ panel }) => panel.dispose());
    }

    private find({ of }: ReportSubject): ShownReport | undefined {
        return this.shown.find(report => JSON.stringify(report.of) === JSON.stringify(of));
    }

    private open(title: string): vscode.WebviewPanel {
        const panel = vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Beside, {
            enableScripts: false,
            enableFindWidget: true,
            localResourceRoots: []
        });
        panel.onDidDispose(() => (this.shown = this.shown.filter(report => report.panel !== panel)));
        return panel;
    }
}
