import { fill, type Text, verbatim } from "../../language";
import type { BlockKind, ModelDocument, ScenarioDocument } from "../../model/document";
import { pathSteps, valueAt, withValueAt } from "../../model/document-paths";
import { identifyBlocks } from "../../model/identified-blocks";
import { STATUS_QUO } from "../../model/terms";
import type { WorkbookPort } from "../../workbook/port";
import type { ExampleInput } from "../engine";
import type { Outcome } from "./jobs";
import { newBlock, placeOfNew } from "./new-block";
import {
  doubled,
  havingBlock,
  lackingBlock,
  MOST_SCENARIOS,
  moved,
  withBlocks,
  withCopy,
  withoutScenario,
  withScenarioMoved,
  withScenarios,
  withStatusQuo,
} from "./scenario-edits";
import {
  placeAbove,
  placeIn,
  placeOfField,
  SCENARIO_LIST,
  type ScenarioPlace,
} from "./scenario-place";
import { SCENARIO_STEPS } from "./scenario-words";
import { isSame, SharedEdits, sameFields } from "./shared-values";
import type { PaneState } from "./state";
import type { Store } from "./store";
import type { Engine } from "./world";

/** What the actions need of the session. */
export interface ScenarioHost {
  readonly store: Store<PaneState>;
  readonly edit: (
    name: Text,
    change: (document: ModelDocument) => ModelDocument,
    field?: string,
  ) => void;
  readonly announce: (outcome: Outcome) => void;
  /** What computes and changes nothing; undefined until it is loaded. */
  readonly engine: () => Engine | undefined;
  /** Runs something that needs the engine; what it refuses is said. */
  readonly withEngine: (job: (engine: Engine) => Promise<void>) => Promise<void>;
  /** Begins a model with ready-made scenarios. */
  readonly begin: (
    presets: readonly string[],
    given: Readonly<Record<string, number>>,
  ) => Promise<void>;
  readonly workbook: WorkbookPort;
}

/** What the user does to scenarios and their blocks, and where in the step he or she is. */
export class ScenarioActions {
  readonly #host: ScenarioHost;
  readonly #shared = new SharedEdits();
  #asked = 0;

  constructor(host: ScenarioHost) {
    this.#host = host;
  }

  /** Goes to a place of the step. */
  open(place: ScenarioPlace): void {
    const { document } = this.#state;
    if ("scenario" in place && place.scenario === STATUS_QUO && document !== undefined) {
      const whole = withStatusQuo(document, SCENARIO_STEPS.statusQuo[this.#state.language]);
      if (whole !== document) this.#host.edit(SCENARIO_STEPS.statusQuo, () => whole);
    }
    const { place: before, onlyHere } = this.#state;
    const stays = "scenario" in place && "scenario" in before && place.scenario === before.scenario;
    this.#host.store.set({ place, askedField: undefined, onlyHere: stays && onlyHere });
  }

  /** Goes to a field of the document, wherever in the step it stands, and puts the keyboard there. */
  openField(path: string): void {
    const { document } = this.#state;
    if (document === undefined) return;
    this.#asked += 1;
    this.#host.store.set({
      view: "scenarios",
      place: placeOfField(document, path),
      askedField: { path, number: this.#asked },
    });
  }

  /** Goes to all scenarios, from any step. */
  showList(): void {
    this.#host.store.set({ view: "scenarios" });
    this.open(SCENARIO_LIST);
  }

  /** Goes one level up. */
  back(): void {
    this.open(placeAbove(placeIn(this.#state.document, this.#state.place)));
  }

  /** Whether a change of a shared value is one in all scenarios that share it, or only here. */
  changeOnlyHere(onlyHere: boolean): void {
    this.#host.store.set({ onlyHere });
  }

  /**
   * Sets a field of the document: `undefined` for none, `null` for one still to be given. A value that
   * scenarios share is set in all of them, unless the user wants it here only.
   * @param label what the field is called, for undo
   */
  set(path: string, value: unknown, label: Text): void {
    this.#host.edit(
      fill(SCENARIO_STEPS.changed, label),
      (document) =>
        this.#withOwnSources(
          document,
          this.#shared.put(document, path, value, !this.#state.onlyHere),
        ),
      path,
    );
  }

  /** Takes a figure that a preset brought along as the town's own, wherever it stands. */
  confirmExample({ sourcePath, source, label }: ExampleInput): void {
    const { language } = this.#state;
    const confirmed = this.#host.engine()?.confirmedSource(source, language);
    if (confirmed === undefined) return;
    const done = fill(SCENARIO_STEPS.confirmed, label);
    this.#host.edit(done, (document) => this.#shared.put(document, sourcePath, confirmed, true));
    this.#shared.leave();
    this.#host.announce({ intent: "success", text: done, offer: "undo" });
  }

  /**
   * Sets several fields of a block at once, for instance to give its amount in another way, in all
   * scenarios that have the same in them.
   */
  setFields(block: string, fields: Readonly<Record<string, unknown>>, label: Text): void {
    this.#host.edit(fill(SCENARIO_STEPS.changed, label), (document) => {
      const blocks = this.#state.onlyHere
        ? [block]
        : [block, ...sharingBlocks(document, block, Object.keys(fields))];
      const changed = blocks.reduce(
        (all, one) =>
          Object.entries(fields).reduce(
            (rest, [field, value]) => withValueAt(rest, `${one}.${field}`, value),
            all,
          ),
        document,
      );
      return this.#withOwnSources(document, changed);
    });
  }

  /** Typing in a field is over. */
  leaveField(): void {
    this.#shared.leave();
  }

  /** Adds ready-made scenarios, fitted to the budget; without a model yet, one is begun with them. */
  async addPresets(ids: readonly string[], given: Readonly<Record<string, number>>): Promise<void> {
    const { document } = this.#state;
    if (document === undefined) {
      await this.#host.begin(ids, given);
      this.open({ kind: "list" });
    } else if (!this.#isFull(ids.length)) {
      await this.#host.withEngine(async (engine) => {
        const { budget, language } = this.#state;
        const readings = budget.kind === "read" ? budget.budget.readings : [];
        const sheets = engine.budgetSheets(readings);
        const added = engine.presetScenarios(document, ids, sheets, { language, given });
        this.#host.edit(SCENARIO_STEPS.addedPresets, () =>
          withScenarios(added.document, added.scenarios),
        );
        const names = added.scenarios.map(({ name }) => name).join(", ");
        this.#host.announce({
          intent: "success",
          text: fill(SCENARIO_STEPS.added, names),
          offer: "undo",
        });
        return Promise.resolve();
      });
    }
  }

  /** Selects the cell in which a field is typed in the workbook. */
  async showCell(path: string): Promise<void> {
    await this.#host.withEngine(async (engine) => {
      const { computed, written } = this.#state;
      const computation = computed.kind === "computed" ? computed.computation : undefined;
      const cell =
        computation === undefined ? undefined : engine.inputCell(computation, pathSteps(path));
      const name = written.stored?.sheets.find(({ key }) => key === cell?.sheet)?.name;
      const [grid] = name === undefined ? [] : await this.#host.workbook.read([name]);
      const area =
        grid === undefined || cell === undefined ? undefined : engine.areaOnSheet(grid, cell);
      if (area === undefined) this.#host.announce({ intent: "info", text: SCENARIO_STEPS.noCell });
      else await this.#host.workbook.select(area);
    });
  }

  /** Adds a scenario without blocks and opens it; without a model yet, one is begun for it. */
  async addEmpty(): Promise<void> {
    if (this.#state.document === undefined) await this.#host.begin([STATUS_QUO], {});
    const { document, language } = this.#state;
    if (document === undefined || this.#isFull(1)) return;
    const scenario: ScenarioDocument = {
      id: "szenario",
      name: SCENARIO_STEPS.nameOfNew[language],
      start: `${document.years.first}-01`,
      blocks: [],
    };
    this.#host.edit(SCENARIO_STEPS.addedEmpty, (before) => withScenarios(before, [scenario]));
    const added = this.#state.document?.scenarios.at(-1)?.id;
    if (added !== undefined) this.open({ kind: "scenario", scenario: added });
  }

  duplicate(id: string): void {
    const name = this.#nameOf(id);
    if (this.#isFull(1)) return;
    const copy = fill(SCENARIO_STEPS.nameOfCopy, name)[this.#state.language];
    const done = fill(SCENARIO_STEPS.copied, name);
    this.#host.edit(done, (document) => withCopy(document, id, copy));
    const text = id === STATUS_QUO ? fill(SCENARIO_STEPS.copyOfStatusQuo, done) : done;
    this.#host.announce({ intent: "success", text, offer: "undo" });
  }

  remove(id: string): void {
    if (id === STATUS_QUO) return;
    const done = fill(SCENARIO_STEPS.removed, this.#nameOf(id));
    this.#host.edit(done, (document) => withoutScenario(document, id));
    this.open({ kind: "list" });
    this.#host.announce({ intent: "success", text: done, offer: "undo" });
  }

  move(id: string, by: -1 | 1): void {
    this.#host.edit(fill(SCENARIO_STEPS.movedScenario, this.#nameOf(id)), (document) =>
      withScenarioMoved(document, id, by),
    );
  }

  /** Chooses the scenario that all others are compared with. */
  setReference(id: string): void {
    this.#host.edit(fill(SCENARIO_STEPS.reference, this.#nameOf(id)), (document) => ({
      ...document,
      reference: id,
    }));
  }

  /** Chooses the scenario whose budget request is drawn up. */
  setRequest(id: string): void {
    this.#host.edit(fill(SCENARIO_STEPS.request, this.#nameOf(id)), (document) => ({
      ...document,
      request: id,
    }));
  }

  /** Adds a block and opens it. */
  addBlock(scenario: string, kind: BlockKind, term: Text): void {
    const blocks = this.#scenario(scenario)?.blocks ?? [];
    const at = placeOfNew(blocks, kind);
    this.#host.edit(fill(SCENARIO_STEPS.addedBlock, term), (document) =>
      withBlocks(document, scenario, (before) => [
        ...before.slice(0, at),
        newBlock(kind),
        ...before.slice(at),
      ]),
    );
    this.open({ kind: "block", scenario, block: at });
  }

  /** Deletes a block, in this scenario or in all that have it. */
  removeBlock(scenario: string, block: number, everywhere: boolean): void {
    const { document } = this.#state;
    if (document === undefined) return;
    const label = this.#labelOf(scenario, block);
    const places = everywhere ? havingBlock(document, scenario, block) : [{ id: scenario, block }];
    const done =
      places.length === 1
        ? fill(SCENARIO_STEPS.removedBlock, label)
        : fill(SCENARIO_STEPS.removedBlocks, label, places.length);
    this.#host.edit(done, (before) =>
      places.reduce(
        (all, place) =>
          withBlocks(all, place.id, (blocks) => blocks.filter((_, index) => index !== place.block)),
        before,
      ),
    );
    this.open({ kind: "scenario", scenario });
    this.#host.announce({ intent: "success", text: done, offer: "undo" });
  }

  moveBlock(scenario: string, block: number, by: -1 | 1): void {
    const blocks = this.#scenario(scenario)?.blocks ?? [];
    if (block + by < 0 || block + by >= blocks.length) return;
    this.#host.edit(fill(SCENARIO_STEPS.movedBlock, this.#labelOf(scenario, block)), (document) =>
      withBlocks(document, scenario, (before) => moved(before, block, block + by)),
    );
  }

  duplicateBlock(scenario: string, block: number): void {
    const done = fill(SCENARIO_STEPS.copiedBlock, this.#labelOf(scenario, block));
    this.#host.edit(done, (document) =>
      withBlocks(document, scenario, (before) => doubled(before, block)),
    );
    this.#host.announce({ intent: "success", text: done, offer: "undo" });
  }

  /** Adds a block to the cooperation scenarios that lack it. */
  spreadBlock(scenario: string, block: number): void {
    const { document } = this.#state;
    const copy = this.#scenario(scenario)?.blocks[block];
    if (document === undefined || copy === undefined) return;
    const others = lackingBlock(document, scenario, block);
    const words = others.length === 1 ? SCENARIO_STEPS.spreadBlockOne : SCENARIO_STEPS.spreadBlock;
    const done = fill(words, this.#labelOf(scenario, block), others.length);
    this.#host.edit(done, (before) =>
      others.reduce(
        (all, id) =>
          withBlocks(all, id, (blocks) => {
            const at = placeOfNew(blocks, copy.kind);
            return [...blocks.slice(0, at), copy, ...blocks.slice(at)];
          }),
        before,
      ),
    );
    this.#host.announce({ intent: "success", text: done, offer: "undo" });
  }

  #withOwnSources(before: ModelDocument, after: ModelDocument): ModelDocument {
    const { language } = this.#state;
    return this.#host.engine()?.withOwnSources(before, after, language) ?? after;
  }

  get #state(): PaneState {
    return this.#host.store.get();
  }

  #scenario(id: string): ScenarioDocument | undefined {
    return this.#state.document?.scenarios.find((scenario) => scenario.id === id);
  }

  #nameOf(id: string): Text {
    const scenario = this.#scenario(id);
    return scenario === undefined ? SCENARIO_STEPS.statusQuo : verbatim(scenario.name);
  }

  #labelOf(scenario: string, block: number): Text {
    const own = this.#scenario(scenario);
    return (own === undefined ? undefined : identifyBlocks(own)[block]?.label) ?? verbatim("");
  }

  #isFull(more: number): boolean {
    const count = this.#state.document?.scenarios.length ?? 0;
    if (count + more <= MOST_SCENARIOS) return false;
    this.#host.announce({ intent: "error", text: fill(SCENARIO_STEPS.full, MOST_SCENARIOS) });
    return true;
  }
}

/** Paths of the same block in scenarios that have the same in all of some fields. */
function sharingBlocks(
  document: ModelDocument,
  block: string,
  fields: readonly string[],
): readonly string[] {
  const [first = ""] = fields;
  return sameFields(document, `${block}.${first}`)
    .map(({ path }) => path.slice(0, -first.length - 1))
    .filter((other) =>
      fields.every((field) =>
        isSame(valueAt(document, `${other}.${field}`), valueAt(document, `${block}.${field}`)),
      ),
    );
}
