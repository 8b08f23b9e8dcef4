import { RefusedError } from "../finding";
import { fill, type Language, type Text, verbatim } from "../language";
import { Store } from "../taskpane/session/store";
import { fileAskedFor, savedName } from "./file-names";
import { forgetWork, type KeptWork, keepWork, keptWork } from "./kept-work";
import { saveFile } from "../taskpane/save-file";
import type { Work } from "./work";
import { WORDS } from "./words";

const SAMPLE = "assets/beispielhaushalt.xlsx";
/** So long after the last change the work is kept in the browser, in milliseconds. */
const PAUSE = 1000;

/** A file on its way in. */
export interface IncomingFile {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** What the page says of opening and saving. */
export interface DeskMessage {
  readonly intent: "success" | "info" | "error";
  readonly text: Text;
}

export interface DeskState {
  /** The opened workbook; undefined before the first one. */
  readonly work: Work | undefined;
  /** Work that an earlier visit left in this browser, until the user decides about it. */
  readonly kept: KeptWork | undefined;
  readonly busy: Text | undefined;
  readonly message: DeskMessage | undefined;
  /** A file that waits for a word on unsaved work. */
  readonly waiting: IncomingFile | undefined;
}

/** Files in and out: what is opened, kept in the browser and saved. */
export class Desk {
  readonly #store = new Store<DeskState>({
    work: undefined,
    kept: undefined,
    busy: WORDS.opening,
    message: undefined,
    waiting: undefined,
  });
  readonly #language: Language;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Opens the browser's own choice of files, which belongs to an element of the page. */
  #picker: (() => void) | undefined;

  constructor(language: Language) {
    this.#language = language;
  }

  readonly getState = (): DeskState => this.#store.get();

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Offers what an earlier visit left, else opens what the address asks for, else the sample. */
  async start(): Promise<void> {
    const kept = await keptWork().catch(() => undefined);
    if (kept === undefined) await this.#openFirst();
    else this.#store.set({ kept, busy: undefined });
  }

  /** Goes on with the work an earlier visit left. */
  async goOn(): Promise<void> {
    const { kept } = this.getState();
    if (kept === undefined) return;
    const file = { name: kept.fileName, read: () => Promise.resolve(kept.bytes) };
    if (await this.#open(file)) {
      this.getState().work?.markUnsaved();
      this.#store.set({ kept: undefined });
    }
  }

  /** Removes the work an earlier visit left from this machine. */
  async discardKept(): Promise<void> {
    await forgetWork();
    this.#store.set({ kept: undefined });
    await this.#openFirst();
  }

  /** Lets the user choose a file. */
  chooseFile(): void {
    this.#picker?.();
  }

  /** The page says how it opens the choice of files. */
  givePicker(picker: () => void): void {
    this.#picker = picker;
  }

  /** Opens a file of the user's, after a word on work that is not saved. */
  async bring(file: IncomingFile): Promise<void> {
    const { work } = this.getState();
    if (work?.getState().unsaved === true) this.#store.set({ waiting: file });
    else await this.#replace(file);
  }

  /** Opens the sample budget, after a word on work that is not saved. */
  async bringSample(): Promise<void> {
    await this.bring(fetched(new URL(SAMPLE, location.href)));
  }

  /** The user's word on unsaved work while a file waits. */
  async decide(word: "save" | "discard" | "cancel"): Promise<void> {
    const { waiting } = this.getState();
    this.#store.set({ waiting: undefined });
    if (waiting === undefined || word === "cancel") return;
    if (word === "save") await this.save();
    await this.#replace(waiting);
  }

  /** Saves the workbook as a download of its own kind. */
  async save(): Promise<void> {
    const { work } = this.getState();
    if (work === undefined) return;
    await work.session.keepDraft();
    const { name, type } = savedName(work.fileName);
    saveFile(name, work.saved(), type);
    clearTimeout(this.#timer);
    await forgetWork().catch(() => undefined);
    this.#store.set({
      message: { intent: "success", text: fill(WORDS.saved, verbatim(name)) },
    });
  }

  refuse(text: Text): void {
    this.#store.set({ message: { intent: "error", text } });
  }

  dismiss(): void {
    this.#store.set({ message: undefined });
  }

  async #openFirst(): Promise<void> {
    const asked = fileAskedFor(new URL(location.href));
    if (asked !== undefined && (await this.#open(fetched(asked)))) return;
    await this.#open(fetched(new URL(SAMPLE, location.href)));
  }

  async #replace(file: IncomingFile): Promise<void> {
    if (await this.#open(file)) await forgetWork().catch(() => undefined);
  }

  /** Opens a file in place of the one that is open; when it is refused, that one stays. */
  async #open(file: IncomingFile): Promise<boolean> {
    this.#store.set({ busy: WORDS.opening, message: undefined });
    try {
      const { openWork } = await import("./opening");
      const before = this.getState().work;
      const language = before?.session.state.language ?? this.#language;
      const work = openWork(file.name, await file.read(), {
        language,
        openSample: () => this.bringSample(),
        chooseFile: () => this.chooseFile(),
      });
      await work.refresh();
      clearTimeout(this.#timer);
      await before?.close();
      work.onChange = () => this.#keepSoon(work);
      this.#store.set({ work, busy: undefined });
      await work.session.open();
      return true;
    } catch (cause) {
      const why = cause instanceof RefusedError ? cause.text : verbatim(String(cause));
      this.refuse(fill(WORDS.notOpened, verbatim(file.name), why));
      return false;
    } finally {
      this.#store.set({ busy: undefined });
    }
  }

  #keepSoon(work: Work): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const bytes = new Uint8Array(work.workbook.save());
      keepWork({ fileName: work.fileName, bytes, at: Date.now() }).catch(() =>
        this.#store.set({ message: { intent: "info", text: WORDS.notKept } }),
      );
    }, PAUSE);
  }
}

/** A file beside the page. */
function fetched(address: URL): IncomingFile {
  return {
    name: decodeURIComponent(address.pathname.split("/").at(-1) ?? ""),
    read: async () => {
      const answer = await fetch(address);
      if (!answer.ok) throw new RefusedError(WORDS.notFetched);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}
