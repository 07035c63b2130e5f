import { Command, MAIN_MENU_BAR, nls } from '@theia/core';

const CATEGORY = 'TMLL';

/** What a user can tell the analyses to do, from the palette, the menu and the keyboard. */
export const TmllCommands = {
    ANALYZE_TRACE: command('analyzeTrace', 'Analyze Trace'),
    ANALYZE_SELECTION: command('analyzeSelection', 'Analyze Selection'),
    FIND_ANOMALIES: command('findAnomalies', 'Find Anomalies'),
    /** Only in the context menu of a pane, which says of which output. */
    FIND_IN_PANE: {
        id: 'tmll.findAnomaliesInPane',
        label: nls.localize('tmll/commands/findInPane', 'Find Anomalies…')
    },
    RUN: command('runAnalysis', 'Run Analysis'),
    COPY_COMMAND_LINE: command('copyCommandLine', 'Copy Analysis as Command Line'),
    EXPLAIN_SELECTION: command('explainSelection', 'Explain Selection'),
    EXPORT_REPORT: command('exportReport', 'Export Report…'),
    CANCEL: command('cancelAnalyses', 'Cancel Running Analyses'),
    SHOW_FINDINGS: command('showFindings', 'Show Findings'),
    HIDE_RESULTS: command('hideResults', 'Hide All Results'),
    CLEAR_RESULTS: command('clearResults', 'Clear Results'),
    RESTART_SERVICE: command('restartService', 'Restart Analysis Service'),
    SHOW_WELCOME: command('showWelcome', 'Welcome')
} as const;

const ANALYSIS_MENU = [...MAIN_MENU_BAR, '7_tmll'];

/** The menu of the analyses, and its groups. */
export const TmllMenu = {
    ANALYSIS: ANALYSIS_MENU,
    RUN: [...ANALYSIS_MENU, '1_run'],
    RESULTS: [...ANALYSIS_MENU, '2_results'],
    SERVICE: [...ANALYSIS_MENU, '3_service']
};

function command(name: string, label: string): Command {
    return { id: `tmll.${name}`, label: nls.localize(`tmll/commands/${name}`, label), category: CATEGORY };
}
