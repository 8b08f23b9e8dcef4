/** What the host gives back: the text of a response, or the number of a failure of the call itself. */
export type WireAnswer =
  { readonly body: string } | { readonly failure: number; readonly body?: undefined };

/** What a page of the add-in asks of the host, or tells it. */
export interface HostHooks {
  /** A request of the rich API: the text of the body in, the result of the call out. */
  readonly answer: (body: string) => Promise<WireAnswer>;
  /** Something else that the page did. */
  readonly told: (what: PageNews) => void;
}

export type PageNews =
  | { readonly kind: "command completed"; readonly id: string }
  | { readonly kind: "dialog opened"; readonly url: string; readonly options: unknown }
  | { readonly kind: "dialog closed" }
  | { readonly kind: "message to parent"; readonly message: string };

/** What the host tells a page. */
export type HostNews =
  /** An event of the object model: number of its type, id of its object, message as JSON. */
  | {
      readonly kind: "event";
      readonly type: number;
      readonly target: string;
      readonly message: string;
    }
  /** A button of the ribbon was pressed that calls a function. */
  | { readonly kind: "command"; readonly id: string; readonly action: string }
  | { readonly kind: "dialog message"; readonly message: string }
  /** The user closed the dialog. */
  | { readonly kind: "dialog closed" };

export interface InjectedOptions {
  /** Newest ExcelApi that the host says it has, `1.14`. */
  readonly excelApi: string;
  /** Language of Excel, `de-DE`. */
  readonly locale: string;
  /** Another one for every load: the library keeps settings under this name. */
  readonly instance: string;
  readonly isDialog: boolean;
  /** The Office theme; light unless told. */
  readonly theme?: "light" | "dark";
}

/**
 * The object that Excel for Windows puts into a page of an add-in as `window.external`, and a way to tell
 * the page something. Stands alone, so that its source can be put into a page of a browser.
 */
export function injected(
  { excelApi, locale, instance, isDialog, theme = "light" }: InjectedOptions,
  { answer, told }: HostHooks,
): { readonly external: object; readonly tell: (news: HostNews) => void } {
  // Dispatch numbers of the calls and events of the library (excel-win32-16.01.debug.js, `MethodDispId`,
  // `EventDispId`) and of its dialogs (`OSF.DialogMessageType`, `ErrorCodeManager`).
  const RICH_API = 93;
  const COMMAND_COMPLETED = 94;
  const RICH_API_EVENT = 33;
  const COMMAND = 39;
  const DIALOG = 10;
  const DIALOG_MESSAGE = 0;
  const DIALOG_ERROR = -1;
  const CLOSED_BY_USER = 12006;
  const NOT_SUPPORTED = 5000;
  const EXCEL = 1;
  const DOCUMENT_OPENED = 2;
  const TASK_PANE = 1;
  const RICH_API_MESSAGE = 65536;

  /** Results travel as COM arrays. */
  const safeArray = (...items: readonly unknown[]) => ({
    toArray: () => items,
    dimensions: () => 1,
    lbound: () => 0,
    ubound: () => items.length - 1,
    getItem: (index: number) => items[index],
  });
  type SafeArray = ReturnType<typeof safeArray>;
  type Handler = (call: number, message: SafeArray) => void;
  const handlers = new Map<number, Handler>();

  const context = {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => "4ff75d2c-15d6-485b-a497-7ce9aba19303",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => "C:\\Haushalt.xlsx",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => DOCUMENT_OPENED,
    GetControlIntegrationLevel: () => TASK_PANE,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "00000000-0000-0000-0000-000000000000",
    GetInstanceId: () => instance,
    GetTouchEnabled: () => false,
    GetSupportedMatrix: () => JSON.stringify({ ExcelApi: excelApi, DialogApi: "1.2" }),
    // Older versions report their use to a telemetry service of their own.
    GetHostFullVersion: () => "16.0.14326.20508",
    // Colours as numbers, of a grey and a dark theme.
    GetOfficeThemeInfo: () =>
      JSON.stringify({
        bodyBackgroundColor: theme === "dark" ? 0x262626 : 0xf3f3f3,
        bodyForegroundColor: theme === "dark" ? 0xffffff : 0x262626,
        controlBackgroundColor: theme === "dark" ? 0x333333 : 0xffffff,
        controlForegroundColor: theme === "dark" ? 0xffffff : 0x000000,
      }),
    GetSettings: () => ({
      Read: () => undefined,
      Write: () => undefined,
      WriteAsync: (_keys: unknown, _values: unknown, done: (status: SafeArray) => void) =>
        done(safeArray(0)),
    }),
  };

  const external = {
    GetHostInfo: () =>
      `Excel$Win32$16.01$${locale}$00000000-0000-0000-0000-000000000000$${isDialog ? "isDialog" : ""}$disableLogging$0`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (call: number, given: readonly unknown[], done: (result: SafeArray) => void) => {
      if (call === COMMAND_COMPLETED) {
        told({ kind: "command completed", id: String(given[0]) });
        setTimeout(() => done(safeArray(0)), 0);
        return;
      }
      const [message] = given;
      // Custom data, method, path, headers, body, and what the host fills in itself.
      const body: unknown = Array.isArray(message) ? message[4] : undefined;
      if (call !== RICH_API || typeof body !== "string") {
        setTimeout(() => done(safeArray(NOT_SUPPORTED)), 0);
        return;
      }
      void answer(body).then((result) => {
        if (result.body === undefined) done(safeArray(result.failure));
        else done(safeArray(0, safeArray(200, ["Content-Type", "application/json"], result.body)));
      });
    },
    RegisterEvent: (
      call: number,
      target: string,
      handler: Handler,
      done: (status: SafeArray) => void,
    ) => {
      handlers.set(call, handler);
      if (call === DIALOG) {
        const options = JSON.parse(target) as { readonly url: string };
        told({ kind: "dialog opened", url: options.url, options });
      }
      setTimeout(() => done(safeArray(0)), 0);
    },
    UnregisterEvent: (call: number, _target: string, done: (status: SafeArray) => void) => {
      handlers.delete(call);
      if (call === DIALOG) told({ kind: "dialog closed" });
      done(safeArray(0));
    },
    MessageParent2: (text: string) => {
      const { messageToParent } = JSON.parse(text) as { readonly messageToParent: string };
      told({ kind: "message to parent", message: messageToParent });
    },
  };

  const tell = (news: HostNews) => {
    const hand = (call: number, ...message: readonly unknown[]) =>
      handlers.get(call)?.(call, safeArray(...message));
    if (news.kind === "event") {
      const { type, target, message } = news;
      hand(RICH_API_EVENT, safeArray(RICH_API_MESSAGE, type, target, message, 0, false));
    } else if (news.kind === "command") {
      hand(COMMAND, news.id, news.action, JSON.stringify({ source: { id: news.id } }));
    } else if (news.kind === "dialog message") {
      hand(DIALOG, DIALOG_MESSAGE, news.message, "https://localhost:3000");
    } else {
      hand(DIALOG, DIALOG_ERROR, CLOSED_BY_USER);
    }
  };
  return { external, tell };
}
