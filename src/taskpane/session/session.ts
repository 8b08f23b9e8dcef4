import type { SheetCorrection } from "../../budget/line";
import { RefusedError } from "../../finding";
import type { Language, Text } from "../../language";
import type { ModelDocument } from "../../model/document";
import { FieldsRefusedError } from "../../field-problems";
import type { ReadBudget } from "../../sheets/plan-model";
import type { SheetArea } from "../../workbook/port";
import { DocumentSteps } from "./document-steps";
import { JobRunner } from "./jobs";
import type { ComputedState, PaneState, ViewName } from "./state";
import { Store } from "./store";
import type { Engine, PaneWorld } from "./world";
import { NOTICES } from "./words";

const NO_BUDGET: ReadBudget = { readings: [], grids: [] };

/** What the pane does: every decision and all state; components only show it and call these methods. */
export class PaneSession {
  readonly world: PaneWorld;
  readonly #store: Store<PaneState>;
  readonly #steps = new DocumentSteps();
  readonly #jobs: JobRunner;
  #engine: Engine | undefined;

  constructor(world: PaneWorld) {
    this.world = world;
    this.#store = new Store<PaneState>({
      language: world.language,
      view: "budget",
      opened: false,
      sheets: [],
      settings: [],
      answers: {},
      budget: { kind: "unread" },
      document: undefined,
      adapted: [],
      typed: [],
      computed: { kind: "none" },
      undoable: undefined,
      redoable: undefined,
      written: { sheets: [], document: undefined, canTakeBack: false, refused: [] },
      job: undefined,
      notice: undefined,
    });
    this.#jobs = new JobRunner(this.#store);
  }

  get state(): PaneState {
    return this.#store.get();
  }

  readonly getState = (): PaneState => this.#store.get();

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  show(view: ViewName): void {
    this.#store.set({ view });
  }

  /** Texts, and labels of results, in another language. */
  speak(language: Language): void {
    this.#store.set({ language });
    this.#recompute();
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

  /** Looks through the workbook, takes up what an earlier session left, reads the budget. */
  async open(): Promise<void> {
    await this.#jobs.run(NOTICES.opening, async (options) => {
      const { workbook } = this.world;
      const removed = await this.world.takeBackUnfinished?.();
      if (removed !== undefined) this.#jobs.announce("warning", NOTICES.unfinishedTakenBack);
      const sheets = await workbook.sheets();
      this.#store.set({ sheets });
      const engine = await this.#loadEngine();
      this.#store.set({ settings: engine.settingsFindings(await workbook.settings()) });
      const earlier = await engine.readEarlierRun(workbook);
      const stored = earlier.stored;
      if (stored !== undefined) {
        const document = engine.storedModel(stored, earlier.typed);
        this.#store.set({
          typed: earlier.typed,
          document: engine.readModel(document).document,
        });
      }
      this.#store.set({
        written: { ...this.state.written, sheets: earlier.sheets, document: stored?.model },
      });
      await this.#readBudget(options);
    });
    this.#store.set({ opened: true });
  }

  /** Reads the budget anew, for instance after the user changed a sheet. */
  async readBudget(): Promise<void> {
    await this.#jobs.run(NOTICES.reading, (options) => this.#readBudget(options));
  }

  /** Puts the shipped sample budget into the workbook and reads it. */
  async insertSample(): Promise<void> {
    await this.#jobs.run(NOTICES.sample, async (options) => {
      await this.world.insertSample();
      this.#store.set({ sheets: await this.world.workbook.sheets() });
      await this.#readBudget(options);
    });
  }

  /** The user's word on a sheet takes the place of an earlier one; the budget is read anew. */
  async correct(correction: SheetCorrection): Promise<void> {
    const others = (this.state.answers.corrections ?? []).filter(
      ({ sheet }) => sheet !== correction.sheet,
    );
    const answers = { ...this.state.answers, corrections: [...others, correction] };
    this.#store.set({ answers });
    await this.readBudget();
  }

  /** Takes all corrections of a sheet back. */
  async uncorrect(sheet: string): Promise<void> {
    const corrections = (this.state.answers.corrections ?? []).filter(
      (correction) => correction.sheet !== sheet,
    );
    this.#store.set({ answers: { ...this.state.answers, corrections } });
    await this.readBudget();
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
      const adapted = engine.adaptPreset(document, engine.budgetSheets(readings));
      this.#store.set({ adapted: adapted.findings });
      this.#put(NOTICES.begun, adapted.document, undefined);
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
  }

  undo(): void {
    const step = this.#steps.undo();
    if (step === undefined) return;
    this.#show(step.before);
    this.#jobs.announce("info", NOTICES.undone, step.name);
  }

  redo(): void {
    const step = this.#steps.redo();
    if (step === undefined) return;
    this.#show(step.after);
    this.#jobs.announce("info", NOTICES.redone, step.name);
  }

  /** Writes the sheets into the workbook, whole or not at all. */
  async write(): Promise<void> {
    await this.#jobs.run(NOTICES.writing, async (options) => {
      const { workbook, today, version } = this.world;
      const engine = await this.#loadEngine();
      const { document, adapted, typed, language } = this.state;
      if (document === undefined) throw new RefusedError(NOTICES.nothingToWrite);
      const planned = engine.planModel(engine.readModel(document), this.#budget(), adapted, {
        language,
        today: today(),
        version,
        typed,
      });
      const report = await workbook.apply(planned.plan, options);
      this.#store.set({
        sheets: await workbook.sheets(),
        written: {
          sheets: planned.plan.sheets.map(({ name }) => name),
          document,
          canTakeBack: true,
          refused: report.refused,
        },
      });
      this.#jobs.announce("success", NOTICES.written, undefined, "take-back");
    });
  }

  /** Takes the last writing back. */
  async takeBack(): Promise<void> {
    await this.#jobs.run(NOTICES.takingBack, async (options) => {
      const { workbook } = this.world;
      const removed = await workbook.takeBack(options);
      const sheets = await workbook.sheets();
      this.#store.set({
        sheets,
        written: {
          ...this.state.written,
          sheets: sheets.filter(({ ours }) => ours).map(({ name }) => name),
          canTakeBack: false,
          refused: [],
        },
      });
      this.#jobs.announce("info", removed === undefined ? NOTICES.nothingTaken : NOTICES.takenBack);
    });
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
    const budget = await engine.readBudgetSheets(workbook, this.state.answers, {
      ...options,
      ...(fileName === undefined ? {} : { fileName }),
    });
    this.#store.set({ budget: { kind: "read", budget } });
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
