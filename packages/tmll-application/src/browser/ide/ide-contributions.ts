import { AiCoreCommandContribution } from '@theia/ai-core/lib/browser/ai-core-command-contribution';
import { GenericCapabilitiesPromptFragmentContribution } from '@theia/ai-core/lib/browser/generic-capabilities-prompt-fragment-contribution';
import { PromptTemplateContribution } from '@theia/ai-core/lib/browser/prompttemplate-contribution';
import { SkillPromptCoordinator } from '@theia/ai-core/lib/browser/skill-prompt-coordinator';
import { MCPConfigurationCommandContribution } from '@theia/ai-mcp/lib/browser/mcp-configuration-command-contribution';
import { McpFrontendApplicationContribution } from '@theia/ai-mcp/lib/browser/mcp-frontend-application-contribution';
import { BulkEditContribution } from '@theia/bulk-edit/lib/browser/bulk-edit-contribution';
import { CallHierarchyContribution } from '@theia/callhierarchy/lib/browser/callhierarchy-contribution';
import { ConsoleContribution } from '@theia/console/lib/browser/console-contribution';
import { interfaces } from '@theia/core/shared/inversify';
import { DebugConsoleContribution } from '@theia/debug/lib/browser/console/debug-console-contribution';
import { DebugPrefixConfiguration } from '@theia/debug/lib/browser/debug-prefix-configuration';
import { DebugFrontendApplicationContribution } from '@theia/debug/lib/browser/debug-frontend-application-contribution';
import { DisassemblyViewContribution } from '@theia/debug/lib/browser/disassembly-view/disassembly-view-contribution';
import { QuickFileOpenFrontendContribution } from '@theia/file-search/lib/browser/quick-file-open-contribution';
import { ProblemContribution } from '@theia/markers/lib/browser/problem/problem-contribution';
import { NotebookActionsContribution } from '@theia/notebook/lib/browser/contributions/notebook-actions-contribution';
import { NotebookCellActionContribution } from '@theia/notebook/lib/browser/contributions/notebook-cell-actions-contribution';
import { NotebookOutlineContribution } from '@theia/notebook/lib/browser/contributions/notebook-outline-contribution';
import { NotebookOutputActionContribution } from '@theia/notebook/lib/browser/contributions/notebook-output-action-contribution';
import { OutlineViewContribution } from '@theia/outline-view/lib/browser/outline-view-contribution';
import { MergeEditorContribution } from '@theia/scm/lib/browser/merge-editor/merge-editor-contribution';
import { MergeEditorDevContribution } from '@theia/scm/lib/browser/merge-editor/merge-editor-dev-contribution';
import { ScmContribution } from '@theia/scm/lib/browser/scm-contribution';
import { SearchInWorkspaceFrontendContribution } from '@theia/search-in-workspace/lib/browser/search-in-workspace-frontend-contribution';
import { TaskFrontendContribution } from '@theia/task/lib/browser/task-frontend-contribution';
import { TerminalFrontendContribution } from '@theia/terminal/lib/browser/terminal-frontend-contribution';
import { TerminalQuickOpenContribution } from '@theia/terminal/lib/browser/terminal-quick-open-service';
import { TestOutputViewContribution } from '@theia/test/lib/browser/view/test-output-view-contribution';
import { TestResultViewContribution } from '@theia/test/lib/browser/view/test-result-view-contribution';
import { TestRunViewContribution } from '@theia/test/lib/browser/view/test-run-view-contribution';
import { TestViewContribution } from '@theia/test/lib/browser/view/test-view-contribution';
import { TimelineContribution } from '@theia/timeline/lib/browser/timeline-contribution';
import { TypeHierarchyContribution } from '@theia/typehierarchy/lib/browser/typehierarchy-contribution';

/** What the plugin host brings along of an IDE and nobody needs who looks at a trace, with the reason. */
export const IDE_CONTRIBUTIONS: readonly interfaces.Newable<object>[] = [
    // Nothing here is programmed, built, run or tested: no source, no task, no debugger.
    BulkEditContribution,
    CallHierarchyContribution,
    ConsoleContribution,
    DebugConsoleContribution,
    DebugFrontendApplicationContribution,
    DebugPrefixConfiguration,
    DisassemblyViewContribution,
    MergeEditorContribution,
    MergeEditorDevContribution,
    OutlineViewContribution,
    ProblemContribution,
    ScmContribution,
    TaskFrontendContribution,
    TestOutputViewContribution,
    TestResultViewContribution,
    TestRunViewContribution,
    TestViewContribution,
    TimelineContribution,
    TypeHierarchyContribution,
    // A trace is binary: nothing in it is found by names of files or by text.
    QuickFileOpenFrontendContribution,
    SearchInWorkspaceFrontendContribution,
    // It opens itself, and whoever reaches the page would have a shell of the machine on a key.
    TerminalFrontendContribution,
    TerminalQuickOpenContribution,
    NotebookActionsContribution,
    NotebookCellActionContribution,
    NotebookOutlineContribution,
    NotebookOutputActionContribution,
    // The host wants its services for plugins that bring language models. Its commands, watched folders and servers that start by
    // themselves are for assistants, of which there is none.
    AiCoreCommandContribution,
    GenericCapabilitiesPromptFragmentContribution,
    MCPConfigurationCommandContribution,
    McpFrontendApplicationContribution,
    PromptTemplateContribution,
    SkillPromptCoordinator
];
