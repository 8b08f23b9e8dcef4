import type { ReturnedWorkbook } from "../../analysis/returned-workbook";
import { FieldsRefusedError, type FieldProblem } from "../../field-problems";
import { RefusedError } from "../../finding";
import { fill, type Language, type Text, verbatim } from "../../language";
import type { OutputPreview, ReviewedInput } from "../engine";
import { OUTPUT_NOTICES } from "./output-notices";
import type { PaneSession } from "./session";
import type { PaneState } from "./state";
import { Store } from "./store";
import type { Verification } from "./world";

/** What writing would do, as far as it is known. */
export type PreviewState =
  /** No model, or no result to write. */
  | { readonly kind: "none" }
  | { readonly kind: "computing"; readonly last?: OutputPreview }
  | { readonly kind: "ready"; readonly preview: OutputPreview }
  | { readonly kind: "failed"; readonly message: Text };

/** Everything the step of writing shows beside the state of the pane. */
export interface OutputState {
  readonly preview: PreviewState;
  /** Inputs that somebody changed on the written sheets. */
  readonly reviewed: readonly ReviewedInput[];
  /** The workbook looked through before mailing; undefined until asked for, or after a change. */
  readonly mail: ReturnedWorkbook | undefined;
  readonly verification: Verification | undefined;
  /** Why a file could not be loaded as a model. */
  readonly loadProblem: LoadProblem | undefined;
}

export interface LoadProblem {
  readonly file: string;
  readonly message: Text;
  readonly problems: readonly FieldProblem[];
}

/** So long after the last change the sheets are planned anew, in milliseconds; a plan takes a tenth of a second. */
const PAUSE = 250;

/** What concerns the written sheets as a whole: what would change, what came back, what goes out. */
export class OutputDesk {
  readonly #session: PaneSession;
  readonly #store = new Store<OutputState>({
    preview: { kind: "none" },
    reviewed: [],
    mail: undefined,
    verification: undefined,
    loadProblem: undefined,
  });
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the plans, so that one that was overtaken is not shown. */
  #round = 0;

  constructor(session: PaneSession) {
    this.#session = session;
  }

  readonly getState = (): OutputState => this.#store.get();

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Follows the session until the function it gives is called. */
  follow(): () => void {
    let seen: PaneState | undefined;
    const look = (): void => {
      const { state } = this.#session;
      if (state.job !== undefined) return;
      if (seen !== undefined && !concernsOutput(seen, state)) return;
      if (seen !== undefined) this.#store.set({ mail: undefined, verification: undefined });
      seen = state;
      this.#schedule();
    };
    look();
    const leave = this.#session.subscribe(look);
    return () => {
      leave();
      clearTimeout(this.#timer);
      this.#round += 1;
    };
  }

  /** Looks through the workbook before it is mailed. */
  async checkForMail(): Promise<void> {
    await this.#session.run(OUTPUT_NOTICES.checking, async (options) => {
      const { engine, world } = this.#session;
      const mail = await engine?.checkWritten(world.workbook, options);
      this.#store.set({ mail });
      if (mail === undefined) return { intent: "info", text: OUTPUT_NOTICES.nothingWritten };
    });
  }

  /** Compares what stands in the workbook with the plan it would be written from. */
  async verify(): Promise<void> {
    const { verify } = this.#session.world;
    if (verify === undefined) return;
    await this.#session.run(OUTPUT_NOTICES.verifying, async () => {
      const { plan } = await this.#session.plan();
      this.#store.set({ verification: await verify(plan) });
    });
  }

  saveVerification(): void {
    const { verification } = this.#store.get();
    if (verification === undefined) return;
    this.#session.world.save("abgleich.json", verification.json, JSON_TYPE);
  }

  /** Hands the model out as a file that `koop` and this pane read. */
  saveModel(): void {
    const { document } = this.#session.state;
    if (document === undefined) return;
    const text = `${JSON.stringify(document, null, 2)}\n`;
    this.#session.world.save(`${fileName(document.name)}.json`, text, JSON_TYPE);
  }

  /** Takes the model of a file in place of this one; a file that is none is told of, field by field. */
  loadModel(file: string, text: string): void {
    const { engine } = this.#session;
    if (engine === undefined) return;
    try {
      const { document } = engine.readModel(text);
      this.#store.set({ loadProblem: undefined });
      const done = fill(OUTPUT_NOTICES.loaded, verbatim(file));
      this.#session.replace(done, document);
      this.#session.announce({ intent: "success", text: done, offer: "undo" });
    } catch (cause) {
      if (!(cause instanceof RefusedError)) throw cause;
      const problems = cause instanceof FieldsRefusedError ? cause.problems : [];
      this.#store.set({ loadProblem: { file, message: cause.text, problems } });
    }
  }

  /**
   * Lets the model hold what was typed on a sheet, or again what stood there before. False where the model
   * has no place for it.
   */
  decide(input: ReviewedInput, wanted: "typed" | "written"): boolean {
    const { engine, state } = this.#session;
    const { computed } = state;
    if (engine === undefined || computed.kind !== "computed") return false;
    const document = engine.withInput(
      input,
      wanted,
      computed.computation,
      budgetOf(state),
      writtenLanguage(state),
    );
    if (document === undefined) return false;
    const name = wanted === "typed" ? OUTPUT_NOTICES.adopted : OUTPUT_NOTICES.restored;
    this.#session.replace(fill(name, input.label), document);
    return true;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#round += 1;
    const round = this.#round;
    const { preview } = this.#store.get();
    this.#store.set({
      preview:
        preview.kind === "ready"
          ? { kind: "computing", last: preview.preview }
          : preview.kind === "computing"
            ? preview
            : { kind: "computing" },
    });
    this.#timer = setTimeout(() => void this.#plan(round), PAUSE);
  }

  async #plan(round: number): Promise<void> {
    const { state, engine, world } = this.#session;
    const { computed, document } = state;
    if (engine === undefined || document === undefined || computed.kind !== "computed") {
      this.#store.set({ preview: { kind: "none" }, reviewed: [] });
      return;
    }
    try {
      const preview = await engine.previewOutput(await this.#session.plan(), world.workbook);
      if (round !== this.#round) return;
      const reviewed = engine.reviewInputs(
        state.written.changed,
        computed.computation,
        document,
        budgetOf(state),
        {
          language: state.language,
          today: world.today(),
          typed: state.typed,
          typedLanguage: writtenLanguage(state),
        },
      );
      this.#store.set({ preview: { kind: "ready", preview }, reviewed });
    } catch (cause) {
      if (round !== this.#round) return;
      if (!(cause instanceof RefusedError)) throw cause;
      this.#store.set({ preview: { kind: "failed", message: cause.text }, reviewed: [] });
    }
  }
}

const JSON_TYPE = "application/json";

function budgetOf({ budget }: PaneState) {
  return budget.kind === "read" ? budget.budget : { readings: [], grids: [] };
}

/** In which language the sheets are written. */
function writtenLanguage({ written, language }: PaneState): Language {
  return written.stored?.language ?? language;
}

function concernsOutput(before: PaneState, after: PaneState): boolean {
  return (
    before.computed !== after.computed ||
    before.written !== after.written ||
    before.sheets !== after.sheets ||
    before.typed !== after.typed
  );
}

/** A name that every system takes as that of a file. */
function fileName(name: string): string {
  const plain = name.replaceAll(/[^\p{Letter}\p{Number} _-]+/gu, " ").trim();
  return plain === "" ? "modell" : plain;
}
