import { CLOSE, unpackMessage } from "./message-window";
import type { ShownMessage } from "./message-window";

const BUTTON = { de: "Schließen", en: "Close" } as const;

/** The page in the window that tells what came of a command. */
function showPage(message: ShownMessage): void {
  const { language, success, heading, sentences } = message;
  document.documentElement.lang = language;
  document.title = heading;
  const main = document.createElement("main");
  main.className = success ? "done" : "failed";
  const title = document.createElement("h1");
  title.textContent = heading;
  main.append(title);
  for (const sentence of sentences) {
    const paragraph = document.createElement("p");
    paragraph.textContent = sentence;
    main.append(paragraph);
  }
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = BUTTON[language];
  const close = (): void => Office.context.ui.messageParent(CLOSE);
  button.addEventListener("click", close);
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  main.append(button);
  document.body.replaceChildren(main);
  button.focus();
}

const message = unpackMessage(location.hash);
// The library keeps what it needs of the address when it starts.
void Office.onReady().then(() => {
  if (message !== undefined) showPage(message);
});
