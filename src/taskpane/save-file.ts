/** Hands the user a file: the browser, or the web view of the pane, asks where to keep it or puts it with the downloads. */
export function saveFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type: string,
): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download may begin after this call has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
