import type { ReadingAnswers, SheetCorrection } from "../../budget/line";
import { RefusedError } from "../../finding";
import { fill, joined, type Language, type Text } from "../../language";
import type { ModelDocument } from "../../model/document";
import { FieldsRefusedError } from "../../field-problems";
import type { PlannedModel, ReadBudget } from "../../sheets/plan-model";
import type { WorkbookPlan } from "../../workbook/plan";
import type { SheetArea } from "../../workbook/port";
import { budgetRead, modelBegun } from "./budget-notices";
import { ChangeWatch } from "./change-watch";
import { DocumentSteps } from "./document-steps";
import { DraftKeeper } from "./draft-keeper";
import { JobRunner, type LongJob, type Outcome } from "./jobs";
import { ScenarioActions } from "./scenario-actions";
import { SCENARIO_LIST } from "./scenario-place";
import type { ComputedState, PaneState, ViewName } from "./state";
import { Store } from "./store";
import type { Engine, PaneWorld } from "./world";
import { NOTICES } from "./words";
import { WrittenSheets } from "./written-sheets";

const NO_BUDGET: ReadBudget = { readings: [], grids: [] };

/** What the pane does: every decision and all state; components only show it and call these methods. */
export class PaneSession {
  readonly world: PaneWorld;
  readonly #store: Store<PaneState>;
  readonly #steps = new DocumentSteps();
  readonly #jobs: JobRunner;
  readonly #written: WrittenSheets;
  readonly #drafts: DraftKeeper;
  readonly #changes: ChangeWatch;
  readonly scenarios: ScenarioActions;
  #engine: Engine | undefined;
  #unwatch: (() => Promise<void>) | undefined;

  constructor(world: PaneWorld) {
    this.world = world;
    this.#store = new Store<PaneState>({
      language: world.language,
      view: "budget",
      place: SCENARIO_LIST,
      askedField: undefined,
      onlyHere: false,
      opened: false,
      sheets: [],
      settings: [],
      answers: {},
      budget: { kind: "unread" },
      stale: false,
      document: undefined,
      adapted: [],
      typed: [],
      computed: { kind: "none" },
      undoable: undefined,
      redoable: undefined,
      written: { sheets: [], stored: undefined, changed: [], canTakeBack: false, refused: [] },
      job: undefined,
      notice: undefined,
    });
    this.#jobs = new JobRunner(this.#store);
    this.#written = new WrittenSheets({
      world,
      store: this.#store,
      jobs: this.#jobs,
      loadEngine: () => this.#loadEngine(),
      budget: () => this.#budget(),
      show: (document) => this.#show(document),
      put: (name, document) => this.#put(name, document, undefined),
      recompute: () => this.#recompute(),
    });
    this.scenarios = new ScenarioActions({
      store: this.#store,
      edit: (name, change, field) => this.edit(name, change, field),
      announce: (outcome) => this.announce(outcome),
      engine: () => this.#engine,
      withEngine: (job) => this.#jobs.quietly(async () => job(await this.#loadEngine())),
      begin: (presets, given) => this.begin(presets, given),
      workbook: world.workbook,
    });
    this.#drafts = new DraftKeeper(
      () => this.#jobs.quietly(() => this.#written.keepDraft()),
      () => this.state.job !== undefined,
    );
    this.#changes = new ChangeWatch((changes) => void this.#written.follow(changes));
  }

  get state(): PaneState {
    return this.#store.get();
  }

  readonly getState = (): PaneState => this.#store.get();

  /** What computes and changes nothing, for components to call; undefined until it is loaded. */
  get engine(): Engine | undefined {
    return this.#engine;
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Goes to a step; what was said of the step before has been read, unless something has to be done. */
  show(view: ViewName): void {
    const { view: before, notice } = this.state;
    const isRead = view !== before && (notice?.intent === "success" || notice?.intent === "info");
    this.#store.set(isRead ? { view, notice: undefined } : { view });
  }

  /** Texts, and labels of results, in another language. */
  speak(language: Language): void {
    this.#store.set({ language });
    this.#recompute();
  }

  /** Says something, with what can be done about it. */
  announce(outcome: Outcome): void {
    this.#jobs.announce(outcome);
  }

  dismissNotice(): void {
    this.#store.set({ notice: undefined });
  }

  /** Stops the running job; the workbook stays or becomes as it was. */
  cancel(): void {
    this.#jobs.cancel();
  }

  /** Selects cells of the workbook, so that the user sees what is spoken of. */
  async select(area: SheetArea): Promise<void> {
    await this.#jobs.quietly(() => this.world.workbook.select(area));
  }

  /** Looks through the workbook, reads the budget, takes up what an earlier session left. */
  async open(): Promise<void> {
    await this.#jobs.run(NOTICES.opening, async (options) => {
      const { workbook } = this.world;
      const engine = await this.#loadEngine();
      const removed = await this.world.takeBackUnfinished?.();
      this.#store.set({
        sheets: await workbook.sheets(),
        settings: engine.settingsFindings(await workbook.settings()),
      });
      const earlier = await this.#written.read(engine);
      const remembered = earlier.stored?.corrections ?? [];
      this.#store.set({ answers: { ...this.state.answers, remembered } });
      await this.#readBudget(options);
      const refused = this.#written.takeUp(engine, earlier);
      this.#unwatch = await workbook.watch(this.#changes.add);
      return opened(removed !== undefined, refused);
    });
    this.#store.set({ opened: true });
  }

  /** Puts the draft into the workbook at once, for instance before it is saved as a file. */
  async keepDraft(): Promise<void> {
    await this.#drafts.flush();
  }

  /** Ends the session: keeps the draft, no longer listens to the workbook. */
  async close(): Promise<void> {
    await this.#drafts.flush();
    await this.#unwatch?.();
    this.#unwatch = undefined;
  }

  /** Reads the budget anew, for instance after the user changed a sheet. */
  async readBudget(): Promise<void> {
    await this.#jobs.run(NOTICES.reading, async (options) => {
      await this.#readBudget(options);
      return budgetRead(this.#budget(), this.state.answers);
    });
  }

  /** Puts the shipped sample budget into the workbook and reads it. */
  async insertSample(): Promise<void> {
    await this.#jobs.run(NOTICES.sample, async (options) => {
      await this.world.insertSample();
      this.#store.set({ sheets: await this.world.workbook.sheets() });
      await this.#readBudget(options);
    });
  }

  /**
   * The user's word on sheets takes the place of an earlier one; the budget is read anew. An empty
   * correction takes everything back that was said of a sheet, also what is remembered of it.
   */
  async correct(...corrections: readonly SheetCorrection[]): Promise<void> {
    const others = (this.state.answers.corrections ?? []).filter(
      ({ sheet }) => !corrections.some((one) => one.sheet === sheet),
    );
    await this.#answer({ corrections: [...others, ...corrections] });
  }

  /**
   * Begins a model with ready-made scenarios, fitted to the budget: the standard comparison unless others
   * are named. The earlier model can be undone to.
   */
  async begin(
    presets?: readonly string[],
    given: Readonly<Record<string, number>> = {},
  ): Promise<void> {
    await this.#jobs.quietly(async () => {
      const engine = await this.#loadEngine();
      const { language } = this.state;
      const document = engine.presetModel(presets, { language, given });
      const { readings } = this.#budget();
      const adapted = engine.adaptPreset(document, engine.budgetSheets(readings), { language });
      this.#store.set({ adapted: adapted.findings });
      this.#put(NOTICES.begun, adapted.document, undefined);
      this.announce(modelBegun(adapted));
    });
  }

  /**
   * Changes the model and computes it. Changes of the same field one after the other are undone together.
   * @param name what the change is called, for undo
   * @param field path of the field that is typed in; absent for changes that stand for themselves
   */
  edit(name: Text, change: (document: ModelDocument) => ModelDocument, field?: string): void {
    const { document } = this.state;
    if (document === undefined) return;
    this.#put(name, change(document), field);
  }

  /** Leaving a field ends its step: typing there again is undone by itself. */
  leaveField(): void {
    this.#steps.close();
    this.scenarios.leaveField();
  }

  undo(): void {
    const step = this.#steps.undo();
    if (step === undefined) return;
    this.#show(step.before);
    this.announce({ intent: "info", text: fill(NOTICES.undone, step.name) });
  }

  redo(): void {
    const step = this.#steps.redo();
    if (step === undefined) return;
    this.#show(step.after);
    this.announce({ intent: "info", text: fill(NOTICES.redone, step.name) });
  }

  /**
   * The sheets as they would be written now.
   * @throws RefusedError without a model, and for one that cannot be computed
   */
  plan(): Promise<PlannedModel> {
    return this.#written.planned();
  }

  /** Puts another model in place of this one; it can be undone. */
  replace(name: Text, document: ModelDocument): void {
    this.#put(name, document, undefined);
  }

  /** Runs a long job of a view with progress, cancel and worded failure. */
  async run(name: Text, job: LongJob): Promise<void> {
    await this.#jobs.run(name, job);
  }

  /** Writes the sheets into the workbook, whole or not at all. */
  write(): Promise<void> {
    return this.#written.write();
  }

  /** Takes the last writing back. */
  takeBack(): Promise<void> {
    return this.#written.takeBack();
  }

  async #answer(answers: ReadingAnswers): Promise<void> {
    this.#store.set({ answers: { ...this.state.answers, ...answers } });
    await this.readBudget();
    this.#drafts.schedule();
  }

  /**
   * Takes what was typed into a cell of the written sheets into the model, where no Excel calculates it.
   * @param follow brings the sheets up to date with the plan
   * @throws RefusedError when the model cannot take the value; then nothing has changed
   */
  takeTyped(cell: string, follow: (plan: WorkbookPlan) => Promise<void>): Promise<void> {
    return this.#written.takeTyped(cell, follow);
  }

  /** Brings the written sheets up to date with the model, after an input typed there is undone. */
  async followModel(follow: (plan: WorkbookPlan) => Promise<void>): Promise<void> {
    await this.#jobs.quietly(() => this.#written.followModel(follow));
  }

  #budget(): ReadBudget {
    const { budget } = this.state;
    return budget.kind === "read" ? budget.budget : NO_BUDGET;
  }

  async #loadEngine(): Promise<Engine> {
    this.#engine ??= await this.world.loadEngine();
    return this.#engine;
  }

  async #readBudget(options: Parameters<Engine["readBudgetSheets"]>[2]): Promise<void> {
    const engine = await this.#loadEngine();
    const { workbook, fileName } = this.world;
    await this.world.takeAnswers?.(this.state.answers);
    const budget = await engine.readBudgetSheets(workbook, this.state.answers, {
      ...options,
      ...(fileName === undefined ? {} : { fileName }),
    });
    this.#store.set({ budget: { kind: "read", budget }, stale: false });
    this.#recompute();
  }

  #put(name: Text, after: ModelDocument, field: string | undefined): void {
    this.#steps.add({ name, field, before: this.state.document, after });
    this.#show(after);
  }

  #show(document: ModelDocument | undefined): void {
    this.#store.set({
      document,
      undoable: this.#steps.undoable,
      redoable: this.#steps.redoable,
    });
    this.#recompute();
    if (this.state.opened) this.#drafts.schedule();
  }

  #recompute(): void {
    const { document } = this.state;
    if (document === undefined || this.#engine === undefined) {
      this.#store.set({ computed: { kind: "none" } });
      return;
    }
    this.#store.set({ computed: this.#computed(this.#engine, document) });
  }

  #computed(engine: Engine, document: ModelDocument): ComputedState {
    const { language, typed, computed } = this.state;
    try {
      const computation = engine.compute(document, this.#budget(), {
        language,
        today: this.world.today(),
        typed,
        typedLanguage: this.#written.language(),
      });
      return { kind: "computed", computation };
    } catch (cause) {
      if (!(cause instanceof RefusedError)) throw cause;
      const last =
        computed.kind === "computed"
          ? computed.computation
          : computed.kind === "refused"
            ? computed.last
            : undefined;
      return {
        kind: "refused",
        problems: cause instanceof FieldsRefusedError ? cause.problems : [],
        message: cause.text,
        ...(last === undefined ? {} : { last }),
      };
    }
  }
}

/** What has to be said when the workbook is opened. */
function opened(isTakenBack: boolean, refused: Text | undefined): Outcome | undefined {
  if (refused === undefined) {
    return isTakenBack ? { intent: "warning", text: NOTICES.unfinishedTakenBack } : undefined;
  }
  const text = isTakenBack ? joined(NOTICES.unfinishedTakenBack, refused) : refused;
  return { intent: "error", text };
}
