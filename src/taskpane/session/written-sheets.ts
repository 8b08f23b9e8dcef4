import type { RememberedCorrection } from "../../budget/line";
import { RefusedError } from "../../finding";
import { fill, joined, type Language, type Text } from "../../language";
import type { ModelDocument } from "../../model/document";
import type { EarlierRun } from "../../run/earlier-run";
import type { PlannedModel, ReadBudget } from "../../sheets/plan-model";
import type { Draft } from "../../sheets/stored-part";
import type { WorkbookPlan } from "../../workbook/plan";
import type { Changes } from "./change-watch";
import type { JobRunner, Outcome } from "./jobs";
import type { PaneState } from "./state";
import type { Store } from "./store";
import { NOTICES } from "./words";
import type { Engine, PaneWorld } from "./world";

/** What the written sheets need of the session. */
export interface SessionCore {
  readonly world: PaneWorld;
  readonly store: Store<PaneState>;
  readonly jobs: JobRunner;
  readonly loadEngine: () => Promise<Engine>;
  readonly budget: () => ReadBudget;
  /** Shows a document that is not a change by the user. */
  readonly show: (document: ModelDocument) => void;
  /** Changes the document as a step that can be undone. */
  readonly put: (name: Text, document: ModelDocument) => void;
  readonly recompute: () => void;
}

/** Brings the sheets in the workbook up to date with a plan. */
export type FollowSheets = (plan: WorkbookPlan) => Promise<void>;

/** Our sheets in the workbook and the draft beside them: writing, taking back, what somebody typed there. */
export class WrittenSheets {
  readonly #core: SessionCore;
  /** What was typed into the sheets, as far as the document knows of it. */
  #typed: EarlierRun["typed"] = [];
  /** The stored part as it was last kept. */
  #kept: string | undefined;
  /** The plan the sheets were written from, as far as it is known. */
  #plan: WorkbookPlan | undefined;

  constructor(core: SessionCore) {
    this.#core = core;
  }

  /** The plan that was written last in this session. */
  get plan(): WorkbookPlan | undefined {
    return this.#plan;
  }

  /** Looks at what stands written in the workbook now. */
  async read(engine: Engine): Promise<EarlierRun> {
    const { world, store } = this.#core;
    const earlier = await engine.readEarlierRun(world.workbook);
    const { sheets, stored, changed } = earlier;
    store.set({ written: { sheets, stored, changed, canTakeBack: false, refused: [] } });
    return earlier;
  }

  /**
   * Goes on with the draft, or with the model as written and what was typed since.
   * @returns why the model of the workbook was not taken up, if it was not
   */
  takeUp(engine: Engine, earlier: EarlierRun): Text | undefined {
    const { document, seen, refused } = engine.takeUp(earlier);
    if (document !== undefined) {
      this.#core.show(this.#adopt(engine, document, earlier.typed, seen));
    }
    return refused === undefined ? undefined : fill(NOTICES.notTakenUp, refused);
  }

  /** In which language the sheets are written. */
  language(): Language {
    const { written, language } = this.#core.store.get();
    return written.stored?.language ?? language;
  }

  /**
   * The sheets as they would be written now.
   * @throws RefusedError without a model, and for one that cannot be computed
   */
  async planned(): Promise<PlannedModel> {
    const { world, store, budget, loadEngine } = this.#core;
    const engine = await loadEngine();
    const { document, adapted, typed, language } = store.get();
    if (document === undefined) throw new RefusedError(NOTICES.nothingToWrite);
    return engine.planModel(engine.readModel(document), budget(), adapted, {
      language,
      today: world.today(),
      version: world.version,
      typed,
      typedLanguage: this.language(),
      corrections: this.#corrections(engine),
    });
  }

  /** Writes the sheets into the workbook, whole or not at all. */
  async write(): Promise<void> {
    const { world, store, jobs, loadEngine } = this.#core;
    await jobs.run(NOTICES.writing, async (options) => {
      const engine = await loadEngine();
      const planned = await this.planned();
      const previous = this.#plan ?? this.#previous(engine);
      const isFirst = store.get().written.sheets.length === 0;
      const report = await world.workbook.apply(planned.plan, {
        ...options,
        ...(previous === undefined ? {} : { previous }),
      });
      this.#plan = planned.plan;
      this.#kept = planned.plan.storedPart;
      this.#typed = planned.typed;
      store.set({
        sheets: await world.workbook.sheets(),
        typed: planned.typed,
        written: {
          sheets: planned.plan.sheets.map(({ name }) => name),
          stored: engine.readStoredPart(planned.plan.storedPart),
          changed: [],
          canTakeBack: true,
          refused: report.refused,
        },
      });
      // What came of it is shown once; whoever writes again stays where he works.
      if (isFirst) await this.#showFirstSheet(planned.plan);
      return this.#compared(planned.plan);
    });
  }

  /** What was written, read back and compared with the plan, where the host can do so. */
  async #compared(plan: WorkbookPlan): Promise<Outcome> {
    const { verify } = this.#core.world;
    const written = { text: NOTICES.written, offer: "take-back" } as const;
    if (verify === undefined) return { ...written, intent: "success" };
    try {
      const { agrees, text } = await verify(plan);
      return {
        ...written,
        intent: agrees ? "success" : "warning",
        text: joined(NOTICES.written, text),
      };
    } catch {
      // The sheets are there; only what Excel makes of them is not known.
      return { ...written, intent: "warning", text: joined(NOTICES.written, NOTICES.notCompared) };
    }
  }

  /**
   * Takes what was typed into a cell of the sheets into the model, and the sheets follow as Excel would
   * calculate them; what else is drafted in the pane stays a draft.
   * @param follow brings the sheets up to date with the plan
   * @throws RefusedError when the model cannot take the value; then nothing has changed
   */
  async takeTyped(cell: string, follow: FollowSheets): Promise<void> {
    const { world, store, budget, loadEngine, put } = this.#core;
    const engine = await loadEngine();
    const { stored, typed } = await engine.readEarlierRun(world.workbook);
    if (stored?.model === undefined) throw new RefusedError(NOTICES.modelMissing);
    const taken = engine.takeTyped(stored.model, store.get().document, typed, this.#typed, {
      budget: budget(),
      language: stored.language,
      today: world.today(),
      version: world.version,
      corrections: this.#corrections(engine),
    });
    await follow(taken.planned.plan);
    this.#followed(engine, taken.planned);
    put(fill(NOTICES.typedInto, cell), taken.document);
  }

  /** Brings the sheets up to date with the model, for instance after an input is undone. */
  async followModel(follow: FollowSheets): Promise<void> {
    const engine = await this.#core.loadEngine();
    const planned = await this.planned();
    await follow(planned.plan);
    this.#followed(engine, planned);
  }

  #followed(engine: Engine, { plan, typed }: PlannedModel): void {
    const { store } = this.#core;
    this.#plan = plan;
    this.#kept = plan.storedPart;
    this.#typed = typed;
    store.set({
      typed,
      written: {
        ...store.get().written,
        sheets: plan.sheets.map(({ name }) => name),
        stored: engine.readStoredPart(plan.storedPart),
        changed: [],
      },
    });
  }

  /** Takes the last writing back. */
  async takeBack(): Promise<void> {
    const { world, store, jobs, loadEngine } = this.#core;
    await jobs.run(NOTICES.takingBack, async (options) => {
      const removed = await world.workbook.takeBack(options);
      this.#plan = undefined;
      this.#kept = undefined;
      store.set({ sheets: await world.workbook.sheets() });
      const { typed } = await this.read(await loadEngine());
      this.#typed = typed;
      const text = removed === undefined ? NOTICES.nothingTaken : NOTICES.takenBack;
      return { intent: "info", text };
    });
  }

  /** The draft goes into the workbook itself, so that it is there on the next machine too. */
  async keepDraft(): Promise<void> {
    const { world, store, loadEngine } = this.#core;
    const engine = await loadEngine();
    const { document, language, written } = store.get();
    const isWritten = JSON.stringify(document) === JSON.stringify(written.stored?.model);
    const draft: Draft | undefined =
      isWritten || document === undefined ? undefined : { model: document, seen: this.#typed };
    const part = engine.draftPart(draft, written.stored, {
      language,
      today: world.today(),
      version: world.version,
      corrections: this.#corrections(engine),
    });
    if (part === this.#kept) return;
    await world.workbook.keep(part);
    this.#kept = part;
  }

  /** Follows what others changed: typed inputs at once, the budget when it is read again. */
  async follow({ cells, sheets }: Changes): Promise<void> {
    const { world, store, jobs, loadEngine, put, recompute } = this.#core;
    await jobs.quietly(async () => {
      const entries = await world.workbook.sheets();
      store.set({ sheets: entries });
      const ours = new Set(entries.filter((entry) => entry.ours).map(({ name }) => name));
      if (sheets || [...cells].some((name) => !ours.has(name))) store.set({ stale: true });
      if (![...cells].some((name) => ours.has(name))) return;
      const { written, document } = store.get();
      const engine = await loadEngine();
      const seen = this.#typed;
      const { typed } = await this.read(engine);
      const { canTakeBack, refused } = written;
      store.set({ written: { ...store.get().written, canTakeBack, refused } });
      if (document === undefined) return;
      const adopted = this.#adopt(engine, document, typed, seen);
      if (adopted === document) recompute();
      else put(NOTICES.typedInSheet, adopted);
    });
  }

  /** The overview is the first sheet of every plan. */
  async #showFirstSheet({ sheets: [first] }: WorkbookPlan): Promise<void> {
    if (first === undefined) return;
    const corner = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };
    await this.#core.jobs.quietly(() =>
      this.#core.world.workbook.select({ sheet: first.name, ...corner }),
    );
  }

  /** The document with what was typed into the sheets; what has no place in it is kept beside it. */
  #adopt(
    engine: Engine,
    document: ModelDocument,
    typed: EarlierRun["typed"],
    seen: Draft["seen"],
  ): ModelDocument {
    const { world, store, budget } = this.#core;
    this.#typed = typed;
    const adopted = engine.adoptTyping(document, budget(), typed, seen, {
      language: this.language(),
      today: world.today(),
    });
    store.set({ typed: adopted.typed });
    return adopted.document;
  }

  /** The plan of an earlier session, laid out again from what it stored. */
  #previous(engine: Engine): WorkbookPlan | undefined {
    const { stored, sheets } = this.#core.store.get().written;
    if (stored?.model === undefined || sheets.length === 0) return undefined;
    try {
      return engine.planModel(engine.readModel(stored.model), this.#core.budget(), [], {
        language: stored.language,
        today: this.#core.world.today(),
        version: this.#core.world.version,
        typed: this.#typed,
        ...(stored.corrections === undefined ? {} : { corrections: stored.corrections }),
      }).plan;
    } catch (cause) {
      // A model of another version: then writing again cannot be taken back, but it can be done.
      if (cause instanceof RefusedError) return undefined;
      throw cause;
    }
  }

  #corrections(engine: Engine): readonly RememberedCorrection[] {
    const { corrections = [], remembered = [] } = this.#core.store.get().answers;
    return engine.rememberCorrections(this.#core.budget().grids, corrections, remembered);
  }
}
