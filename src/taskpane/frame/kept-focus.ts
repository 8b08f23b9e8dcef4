import { type RefObject, useEffect } from "react";

/** Long enough for a view that places the keyboard itself to do so first. */
const PATIENCE_MS = 30;

const FOCUSABLE = "button, input, select, textarea, summary, a[href], [tabindex]";

/** Where the keyboard is, and what can take it when that disappears. */
interface Held {
  readonly element: HTMLElement;
  /** The heading of the view at the time. */
  readonly heading: Element | null;
  /** What stands beside it or in the same list; undefined outside of the view. */
  readonly near: readonly HTMLElement[] | undefined;
}

/**
 * Keeps the keyboard in the pane when the element that has it disappears or is disabled: the heading takes
 * it, unless the same row or list has something else to go to. A screen reader would begin again at the top.
 */
export function useKeptFocus(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = pane.current;
    if (root === null) return undefined;
    let held: Held | undefined;
    let inView: HTMLElement | undefined;
    let waiting: number | undefined;
    const hold = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      held = holdIn(root, target);
      if (held.near !== undefined) inView = target;
    };
    const restore = (): void => {
      waiting = undefined;
      if (held === undefined || !isLost(held.element)) return;
      const heading = root.querySelector<HTMLElement>("main h1");
      // The view is still being loaded; it will be back with the next change.
      if (heading === null) return;
      const isSameView = heading === held.heading;
      const next = isSameView ? (held.near ?? [inView]).find(canTake) : undefined;
      if (next === undefined) heading.tabIndex = -1;
      (next ?? heading).focus({ preventScroll: isSameView });
    };
    const observer = new MutationObserver(() => {
      if (held === undefined || waiting !== undefined || !isLost(held.element)) return;
      waiting = window.setTimeout(restore, PATIENCE_MS);
    });
    root.addEventListener("focusin", hold);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    return () => {
      window.clearTimeout(waiting);
      root.removeEventListener("focusin", hold);
      observer.disconnect();
    };
  }, [pane]);
}

function holdIn(root: HTMLElement, element: HTMLElement): Held {
  const main = root.querySelector("main");
  const heading = main?.querySelector("h1") ?? null;
  if (main?.contains(element) !== true) return { element, heading, near: undefined };
  const around = [element.parentElement, element.closest("ul, ol")];
  return { element, heading, near: around.flatMap((one) => nearestIn(one, element)) };
}

/** What can have the keyboard there: first what follows, then what precedes, the nearest first. */
function nearestIn(around: Element | null, element: HTMLElement): readonly HTMLElement[] {
  if (around === null) return [];
  const all = [...around.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const at = all.indexOf(element);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0)).reverse()];
}

/** Nobody has the keyboard because its element is gone; while the user works in Excel, nothing is taken. */
function isLost(element: HTMLElement): boolean {
  const { activeElement, body } = document;
  return (
    document.hasFocus() &&
    (activeElement === null || activeElement === body) &&
    (!element.isConnected || element.matches(":disabled"))
  );
}

function canTake(element: HTMLElement | undefined): boolean {
  return (
    element !== undefined &&
    element.isConnected &&
    element.tabIndex >= 0 &&
    !element.matches(":disabled") &&
    element.getClientRects().length > 0
  );
}
