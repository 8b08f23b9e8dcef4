/** What the operating system calls an error (`ENOENT`), or the error in words where it says nothing. */
export function errorCode(error: unknown): string {
  // Not by `instanceof`: errors of Node's own modules may come from another realm.
  const code: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : String(error);
}
