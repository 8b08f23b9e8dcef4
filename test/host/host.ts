import { changed } from "./dirty";
import { takeEvents, tellChanged } from "./events";
import type { HostHooks, HostNews, PageNews, WireAnswer } from "./injected";
import { openPage } from "./page";
import type { LibraryGlobals, PageOptions } from "./page";
import { areaOf } from "./ranges";
import { cellAt, emptyWorkbook } from "./state";
import type { HostValue, HostWorkbook } from "./state";
import { Batch, HostError } from "./wire";
import type { HostObject, Request } from "./wire";
import { workbookObject } from "./workbook-objects";

/** A failure that is to happen at a batch. */
export interface Failure {
  /** Which of the coming batches, from 0. */
  readonly batch: number;
  /** How much of it is carried out before it fails. */
  readonly after: "nothing" | "half" | "everything";
  /** Code of the object model, or number of a failure of the call itself (5004: a cell is being edited). */
  readonly with: string | number;
  /** The host answers nothing from then on, until {@link Host.revive}. */
  readonly dead?: boolean;
}

/** The session is gone: the library makes `InvalidOrTimedOutSession` of it. */
const SESSION_LOST = 5012;

/** What a batch was, for counting. */
export interface BatchRecord {
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly writes: boolean;
}

/** Payload that Excel on the web takes in one request (learn.microsoft.com, “Resource limits …”). */
const MOST_BYTES = 5 * 1024 * 1024;

/** The stand-in for Excel: Microsoft's library in a page, and a workbook that answers it. */
export class Host {
  workbook: HostWorkbook = emptyWorkbook();
  readonly batches: BatchRecord[] = [];
  /** What the add-in asked of the stand-in that it does not offer or the library does not define. */
  readonly breaches: string[] = [];
  /** Every error that the stand-in answered with, as code and words. */
  readonly errors: string[] = [];
  private readonly excelApi: string;
  private failure: (Failure & { left: number }) | undefined;
  private dead = false;
  private references = new Map<string, HostObject>();
  /** What pages did beside asking for the workbook: commands completed, dialogs. */
  readonly news: PageNews[] = [];
  private page: LibraryGlobals | undefined;
  private readonly listeners: ((news: HostNews) => void)[] = [];

  constructor({ excelApi }: PageOptions) {
    this.excelApi = excelApi;
  }

  static async open(options: Partial<PageOptions> = {}): Promise<Host> {
    const all = { excelApi: "1.14", locale: "de-DE", ...options };
    const host = new Host(all);
    host.page = await openPage(all, host.hooks());
    host.connect(host.page.tell);
    host.batches.length = 0;
    return host;
  }

  /** The globals of the library; they are put where the add-in expects them. */
  get library(): LibraryGlobals {
    if (this.page === undefined) throw new Error("no page is open");
    return this.page;
  }

  /** Makes one of the coming batches fail. */
  failAt(failure: Failure): void {
    this.failure = { ...failure, left: failure.batch };
  }

  /** Answers again, as Excel does after a restart: references of the old session are gone. */
  revive(): void {
    this.dead = false;
    this.failure = undefined;
    this.references = new Map();
  }

  close(): void {
    this.page?.close();
  }

  /** What a page has to be given so that it finds this host behind its library. */
  hooks(): HostHooks {
    return {
      answer: (body) => this.answer(body),
      told: (news) => void this.news.push(news),
    };
  }

  /** From now on a page is told what happens in the workbook. */
  connect(tell: (news: HostNews) => void): void {
    this.listeners.push(tell);
  }

  /** Presses a button of the ribbon that calls a function of the add-in. */
  press(action: string): string {
    const id = `command-${String(this.news.length)}`;
    this.tell({ kind: "command", id, action });
    return id;
  }

  tell(news: HostNews): void {
    for (const listener of this.listeners) listener(news);
  }

  /** A user types something into a cell; a text that begins with “=” is a formula. */
  type(sheetName: string, address: string, typed: HostValue): void {
    const sheet = this.workbook.sheets.find(({ name }) => name === sheetName);
    if (sheet === undefined) throw new Error(`no sheet ${sheetName}`);
    const area = areaOf(address);
    const cell = cellAt(sheet, area.firstRow, area.firstColumn);
    delete cell.formula;
    if (typeof typed === "string" && typed.startsWith("=")) cell.formula = typed;
    else cell.value = typed;
    changed(this.workbook);
    tellChanged(this.workbook, sheet, area, "Unknown");
    this.raise();
  }

  /** Hands on what has happened, as Excel does, after the answer to the request in which it happened. */
  private raise(): void {
    for (const { type, message } of takeEvents(this.workbook)) {
      const news = { type, target: "Workbook", message: JSON.stringify(message) };
      setTimeout(() => this.tell({ kind: "event", ...news }), 0);
    }
  }

  private async answer(body: string): Promise<WireAnswer> {
    await Promise.resolve();
    const request = JSON.parse(body) as Request;
    const paths = Object.values(request.ObjectPaths);
    if (paths.some(({ Name }) => Name === "Microsoft.InternalService.AddinInternalService")) {
      return {
        body: JSON.stringify({
          Results: request.Actions.map(({ Id }) => ({ ActionId: Id, Value: null })),
        }),
      };
    }
    if (this.dead) return { failure: SESSION_LOST };
    const requestBytes = Buffer.byteLength(body);
    const failure = this.dueFailure();
    if (requestBytes > MOST_BYTES) return { failure: 5103 };
    const answered = this.carryOut(request, failure);
    this.raise();
    const responseBytes = answered.body === undefined ? 0 : Buffer.byteLength(answered.body);
    this.batches.push({
      actions: request.Actions.length,
      requestBytes,
      responseBytes,
      writes: request.Actions.some(({ ActionType }) => ActionType === 4),
    });
    if (responseBytes > MOST_BYTES) return { failure: 5104 };
    return answered;
  }

  private dueFailure(): Failure | undefined {
    const { failure } = this;
    if (failure === undefined || failure.left-- > 0) return undefined;
    this.failure = undefined;
    if (failure.dead === true) this.dead = true;
    return failure;
  }

  private carryOut(request: Request, failure: Failure | undefined): WireAnswer {
    const batch = new Batch(request, workbookObject(this.workbook), this.references, this.excelApi);
    const results: unknown[] = [];
    const count = request.Actions.length;
    const stop =
      failure === undefined || failure.after === "everything"
        ? count
        : failure.after === "half"
          ? Math.floor(count / 2)
          : 0;
    for (let index = 0; index < stop; index++) {
      try {
        results.push(batch.execute(index));
      } catch (cause) {
        if (!(cause instanceof HostError)) {
          this.breaches.push(String(cause instanceof Error ? cause.stack : cause));
        } else if (["NotImplemented", "ApiNotFound"].includes(cause.code)) {
          this.breaches.push(cause.message);
        }
        this.errors.push(cause instanceof HostError ? `${cause.code}: ${cause.message}` : "fault");
        const code = cause instanceof HostError ? cause.code : "GeneralException";
        return failed(code, cause instanceof Error ? cause.message : "", index, results);
      }
    }
    if (failure === undefined) return { body: JSON.stringify({ Results: results }) };
    if (typeof failure.with === "number") return { failure: failure.with };
    return failed(failure.with, "", Math.min(stop, count - 1), results);
  }
}

function failed(code: string, message: string, index: number, results: unknown[]): WireAnswer {
  return {
    body: JSON.stringify({
      Error: {
        Code: code,
        Message: message,
        Location: "",
        ActionIndex: index,
        HttpStatusCode: 400,
      },
      ProcessedResults: { Results: results },
    }),
  };
}
