/**
 * Puts the keyboard into the field of a path, or into the nearest field around it: a problem may be one
 * of a whole block.
 */
export function focusField(path: string): void {
  const field = fieldAround(path);
  for (
    let around = field?.closest("details");
    around;
    around = around.parentElement?.closest("details")
  ) {
    around.open = true;
  }
  const control = field?.querySelector<HTMLElement>("input, select, textarea, button");
  (control ?? document.querySelector<HTMLElement>("main h1"))?.focus();
  field?.scrollIntoView({ block: "center" });
}

function fieldAround(path: string): HTMLElement | undefined {
  const exact = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
  if (exact !== null) return exact;
  const shorter = path.replace(/(?:\.[^.[\]]+|\[\d+\])$/, "");
  return shorter === path || /\.blocks\[\d+\]$/.test(path) ? undefined : fieldAround(shorter);
}
