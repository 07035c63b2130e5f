import * as vscode from 'vscode';
import type { ListedFinding } from 'tmll-service/protocol';

/** Shape and colour of each level: neither alone tells it. */
const ICONS: Readonly<Record<ListedFinding['level'], readonly [icon: string, color: string]>> = {
    Critical: ['error', 'charts.red'],
    High: ['warning', 'charts.orange'],
    Medium: ['warning', 'charts.yellow'],
    Low: ['info', 'charts.blue'],
    Info: ['circle-outline', 'descriptionForeground']
};

export function levelIcon(level: ListedFinding['level']): vscode.ThemeIcon {
    const [icon, color] = ICONS[level];
    return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}
