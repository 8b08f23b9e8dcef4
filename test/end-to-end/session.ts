import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { koop } from "../../src/cli/koop";
import { TODAY } from "./planned";

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly messages: string;
}

/** Runs `koop` as the command line does, on the day of the tests. */
export async function run(...args: readonly string[]): Promise<Ended> {
  const [out, messages]: [string[], string[]] = [[], []];
  const code = await koop(
    args,
    { out: (text) => out.push(text), message: (text) => messages.push(text) },
    TODAY,
  );
  return { code, out: out.join("\n"), messages: messages.join("\n") };
}

/** A folder for one test file, gone when it ends. */
export function folderForTests(): { readonly file: (name: string) => string } {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "koop-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return { file: (name) => path.join(folder, name) };
}
