import type { Text } from "../../language";
import type { ModelDocument } from "../../model/document";

/** One change of the model, with what it is called. */
interface Step {
  readonly name: Text;
  /** Changes of the same field one after the other are one step. */
  readonly field: string | undefined;
  readonly before: ModelDocument | undefined;
  readonly after: ModelDocument | undefined;
}

/** So many changes can be undone; a document is small and shares what did not change. */
const LONGEST = 200;

/** The changes of the model in this session, for undo and redo. */
export class DocumentSteps {
  #done: readonly Step[] = [];
  #undone: readonly Step[] = [];

  /** Notes a change; typing on in one field does not become a step of its own. */
  add(step: Step): void {
    const last = this.#done.at(-1);
    const continues = last !== undefined && step.field !== undefined && last.field === step.field;
    this.#done = continues
      ? [...this.#done.slice(0, -1), { ...step, before: last.before }]
      : [...this.#done.slice(-LONGEST + 1), step];
    this.#undone = [];
  }

  /** The next change is a step of its own, also in the same field. */
  close(): void {
    const last = this.#done.at(-1);
    if (last !== undefined)
      this.#done = [...this.#done.slice(0, -1), { ...last, field: undefined }];
  }

  undo(): Step | undefined {
    const step = this.#done.at(-1);
    if (step === undefined) return undefined;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    return step;
  }

  redo(): Step | undefined {
    const step = this.#undone.at(-1);
    if (step === undefined) return undefined;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    return step;
  }

  get undoable(): Text | undefined {
    return this.#done.at(-1)?.name;
  }

  get redoable(): Text | undefined {
    return this.#undone.at(-1)?.name;
  }
}
