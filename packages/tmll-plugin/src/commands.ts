/** What a user can tell the companion where it has views of its own; see `contributes.commands` in package.json. */
export const PlainCommands = {
    analyzeTrace: 'tmll.plugin.analyzeTrace',
    analyzeSelection: 'tmll.plugin.analyzeSelection',
    explainSelection: 'tmll.plugin.explainSelection',
    showFindings: 'tmll.plugin.showFindings',
    showReport: 'tmll.plugin.showReport',
    saveReport: 'tmll.plugin.saveReport',
    cancel: 'tmll.plugin.cancel',
    refresh: 'tmll.plugin.refresh',
    groupByAnalysis: 'tmll.plugin.groupByAnalysis',
    groupBySeverity: 'tmll.plugin.groupBySeverity',
    reveal: 'tmll.plugin.revealFinding',
    explain: 'tmll.plugin.explainFinding',
    copy: 'tmll.plugin.copyFinding',
    markKnown: 'tmll.plugin.markKnown',
    unmarkKnown: 'tmll.plugin.unmarkKnown',
    restartService: 'tmll.plugin.restartService',
    connectViewer: 'tmll.plugin.connectViewer'
} as const;

/** What a user can tell the companion everywhere. */
export const CommonCommands = {
    showLog: 'tmll.plugin.showLog'
} as const;
