import type { Language } from "../language";
import type { CommandWords } from "./write-again-command";

/** Words as the page of the window finds them behind the `#` of its address. */
export interface ShownMessage {
  readonly language: Language;
  readonly success: boolean;
  readonly heading: string;
  readonly sentences: readonly string[];
}

/** What the page of the window says when its button is pressed. */
export const CLOSE = "close";

/** Longest text in a window; addresses of two thousand characters every browser takes. */
const LONGEST = 1200;

/**
 * Shows words in a window of Excel's own and waits until the user closes it. A window is the one place that
 * a command without pane has on every platform since DialogApi 1.1; Excel on the web shows it within the
 * page, so that no pop-up is blocked. The words stand behind the `#` of the address, which no browser sends
 * to a server.
 */
export function showMessage(words: CommandWords, language: Language): Promise<void> {
  const url = new URL("message.html", location.href);
  url.hash = packMessage(words, language);
  const options = { height: 40, width: 35, displayInIframe: true };
  return new Promise((resolve) => {
    Office.context.ui.displayDialogAsync(url.href, options, ({ status, value: dialog }) => {
      // Another window of ours is open, or the user wants none: then there is nowhere to say it.
      if (status !== Office.AsyncResultStatus.Succeeded) {
        resolve();
        return;
      }
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, () => {
        dialog.close();
        resolve();
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve());
    });
  });
}

/** Words in letters that an address may hold. */
export function packMessage(
  { success, heading, sentences }: CommandWords,
  language: Language,
): string {
  const shown: string[] = [];
  let left = LONGEST;
  for (const sentence of sentences) {
    const text = sentence[language];
    if (left <= 0) break;
    shown.push(text.length > left ? `${text.slice(0, left)} …` : text);
    left -= text.length;
  }
  const message: ShownMessage = {
    language,
    success,
    heading: heading[language],
    sentences: shown,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(message));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Undefined for an address that holds no message of ours. */
export function unpackMessage(hash: string): ShownMessage | undefined {
  // Excel on the web puts words of its own behind ours.
  const packed = /^#?([\w-]+)/.exec(hash)?.[1] ?? "";
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isMessage(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isMessage(value: unknown): value is ShownMessage {
  if (typeof value !== "object" || value === null) return false;
  const { language, heading, sentences, success } = value as Partial<ShownMessage>;
  return (
    (language === "de" || language === "en") &&
    typeof heading === "string" &&
    typeof success === "boolean" &&
    Array.isArray(sentences) &&
    sentences.every((sentence) => typeof sentence === "string")
  );
}
