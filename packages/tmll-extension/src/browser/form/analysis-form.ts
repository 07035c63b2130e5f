import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { DisposableCollection, Emitter, Event } from '@theia/core';
import { AnalysisRequest, commandLine } from 'tmll-analysis/algorithms';
import type { Job, ModuleDescriptor } from 'tmll-service/protocol';
import { TraceSession, TraceSessionManager } from 'tmll-viewer';
import { messageOf } from '../../common/message-of';
import { JobModel } from '../results/job-model';
import { RangeKind, rangeOf, SessionTimes, toWindow, windowOf } from './analysis-range';
import { obstacleTo } from './form-obstacle';
import { defaultValues, ParameterValues, ParsedParameters, parseParameters, valuesOf } from './parameter-values';
import { PresetModel } from './preset-model';
import { knownParameters, Preset } from './presets';
import { SeriesPicker } from './series-picker';

/** What can be put into a form: a request, of whatever trace. */
export type FormContent = Omit<AnalysisRequest, 'experimentId'>;

/** What the analysis panel's form holds: which analysis of which series of the trace in front, and how. */
@injectable()
export class AnalysisForm {
    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(SeriesPicker)
    readonly picker: SeriesPicker;

    @inject(PresetModel)
    readonly presets: PresetModel;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected readonly ofSession = new DisposableCollection();
    protected readonly valuesByModule = new Map<string, ParameterValues>();
    protected moduleId: string | undefined;
    protected rangeKind: RangeKind = 'trace';
    protected runError: string | undefined;

    @postConstruct()
    protected init(): void {
        this.sessions.onDidChangeActive(() => this.followSession());
        this.jobs.onDidChange(() => this.onDidChangeEmitter.fire());
        this.jobs.onDidEnd(job => this.showFailure(job));
        this.picker.onDidChange(() => this.onDidChangeEmitter.fire());
        this.presets.onDidChange(() => this.onDidChangeEmitter.fire());
        this.followSession();
    }

    /** The trace that is analysed: the one in front. */
    get session(): TraceSession | undefined {
        return this.sessions.active;
    }

    get module(): ModuleDescriptor | undefined {
        const { modules } = this.jobs;
        return modules.find(({ id }) => id === this.moduleId) ?? modules[0];
    }

    chooseModule(id: string): void {
        this.change(() => (this.moduleId = id));
    }

    get values(): ParameterValues {
        const { module } = this;
        return module ? (this.valuesByModule.get(module.id) ?? defaultValues(module.schema)) : {};
    }

    get parsed(): ParsedParameters {
        return this.module ? parseParameters(this.module.schema, this.values) : { parameters: {}, errors: {} };
    }

    setValue(name: string, value: string | boolean): void {
        const { module } = this;
        if (module) {
            this.change(() => this.valuesByModule.set(module.id, { ...this.values, [name]: value }));
        }
    }

    /** Whether a field does not hold its default. */
    isChanged(name: string): boolean {
        const { module } = this;
        return module !== undefined && this.values[name] !== defaultValues(module.schema)[name];
    }

    /** Puts a field, or all of them, back to the default. */
    reset(name?: string): void {
        const { module } = this;
        if (module) {
            const defaults = defaultValues(module.schema);
            const values = name === undefined ? defaults : { ...this.values, [name]: defaults[name] };
            this.change(() => this.valuesByModule.set(module.id, values));
        }
    }

    /** The parameters that matter and are not at their defaults: what a preset of the form holds. */
    get changedParameters(): Preset['parameters'] {
        const { parameters } = this.parsed;
        const properties = this.module?.schema.properties ?? {};
        return Object.fromEntries(
            Object.entries(parameters).filter(([name, value]) => value !== properties[name].default)
        );
    }

    /** The preset that the form holds, as long as nothing of it is changed. */
    get preset(): Preset | undefined {
        const { module } = this;
        const text = JSON.stringify(Object.entries(this.changedParameters).sort());
        return (
            module &&
            this.presets.of(module.id).find(preset => {
                const known = knownParameters(preset, module.schema);
                return JSON.stringify(Object.entries(known).sort()) === text && text !== '[]';
            })
        );
    }

    applyPreset(preset: Preset): void {
        this.load({ module: preset.module, parameters: preset.parameters });
    }

    /** A marked stretch of time that has gone leaves the whole trace. */
    get range(): RangeKind {
        const times = this.times();
        return times && this.rangeKind === 'selection' && !windowOf('selection', times) ? 'trace' : this.rangeKind;
    }

    chooseRange(range: RangeKind): void {
        this.change(() => (this.rangeKind = range));
    }

    times(): SessionTimes | undefined {
        const { session } = this;
        return session && { origin: session.origin, view: session.time.view, selection: session.time.selection };
    }

    /** Why the last run was not taken or has failed, one sentence. */
    get error(): string | undefined {
        return this.runError;
    }

    /** What keeps the form from being run, one sentence; undefined when nothing does. */
    get obstacle(): string | undefined {
        const { session, module, picker, range, parsed } = this;
        return obstacleTo({ session, module, picker, range, parsed });
    }

    /** The command line that asks the same as the form; undefined while something keeps it from being run. */
    get commandLine(): string | undefined {
        const { module, session } = this;
        const request = this.request();
        return (
            request &&
            module &&
            session &&
            commandLine({
                ...module,
                command: module.id,
                paths: session.paths,
                request,
                parameters: request.parameters
            })
        );
    }

    /** Runs what the form says; a refusal is found in `error`. */
    async run(): Promise<Job | undefined> {
        const request = this.request();
        if (!request) {
            return undefined;
        }
        this.change(() => (this.runError = undefined));
        try {
            return await this.jobs.run(request);
        } catch (error) {
            this.change(() => (this.runError = messageOf(error)));
            return undefined;
        }
    }

    /** Puts into the form what a request has asked for: its parameters, and, where it has them, series and range. */
    load(content: Pick<FormContent, 'module' | 'parameters'> & Partial<FormContent>): void {
        const module = this.jobs.modules.find(({ id }) => id === content.module);
        if (!module) {
            return;
        }
        this.change(() => {
            this.moduleId = module.id;
            this.valuesByModule.set(module.id, valuesOf(module.schema, content.parameters));
        });
        if ('selection' in content || 'range' in content) {
            this.picker.load(content.selection);
            this.loadRange(content.range);
        }
    }

    /** A part of the trace is marked on the charts, where a user sees which it is. */
    protected loadRange(range: AnalysisRequest['range']): void {
        const { session } = this;
        if (session && range) {
            session.time.setSelection(toWindow(range, session.origin));
        }
        this.chooseRange(range ? 'selection' : 'trace');
    }

    protected showFailure({ state, request, error }: Job): void {
        if (state === 'failed' && request.experimentId === this.session?.experiment.UUID) {
            this.change(() => (this.runError = error));
        }
    }

    protected request(): AnalysisRequest | undefined {
        const { session, module } = this;
        const times = this.times();
        if (this.obstacle || !session || !module || !times) {
            return undefined;
        }
        return {
            module: module.id,
            experimentId: session.experiment.UUID,
            selection: module.looksAt === 'trace' ? undefined : this.picker.selection,
            range: rangeOf(this.range, times),
            parameters: this.parsed.parameters
        };
    }

    protected followSession(): void {
        this.ofSession.dispose();
        const { session } = this;
        if (session) {
            this.ofSession.pushAll([
                session.time.onDidChangeView(() => this.onDidChangeEmitter.fire()),
                session.time.onDidChangeSelection(() => this.onDidChangeEmitter.fire())
            ]);
        }
        this.change(() => (this.runError = undefined));
    }

    protected change(action: () => unknown): void {
        action();
        this.onDidChangeEmitter.fire();
    }
}
