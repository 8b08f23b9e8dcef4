import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { OPTIONS } from "../../src/cli/arguments";
import { koop } from "../../src/cli/koop";
import { dateOf } from "../../src/law/calendar";
import { Archive } from "../../src/workbook/package/archive";
import { root } from "./lint";
import { content, projectFiles } from "./tree";

const documents = projectFiles.filter((file) => /^(?:[^/]+|docs\/[^/]+)\.md$/.test(file));
const { scripts } = JSON.parse(content("package.json")) as {
  scripts: Readonly<Record<string, string>>;
};

const options = new Set([
  ...Object.keys(OPTIONS),
  // Options of the scripts that build and serve, as they are declared there.
  ...["build/package.ts", "build/start.ts"].flatMap((script) =>
    [...content(script).matchAll(/"?([\w-]+)"?: \{ type: "string"/g)].flatMap(
      ([, name]) => name ?? [],
    ),
  ),
]);

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? "");

/** The link GitHub makes of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");

/** Relative links of a document whose file or heading is not there. */
function deadLinks(file: string, text: string): readonly string[] {
  const links = all(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^[a-z]+:/.test(link));
  return links.filter((link) => {
    const [target = "", anchor] = link.split("#");
    const found = target === "" ? file : path.join(path.dirname(file), decodeURI(target));
    if (!existsSync(path.join(root, found))) return true;
    if (anchor === undefined) return false;
    const headings = all(content(found), /^#+ (.+)$/gm).map(anchorOf);
    return !headings.includes(decodeURI(anchor));
  });
}

const missingScripts = (text: string): readonly string[] =>
  [...all(text, /\bnpm run (?:-s )?([a-z][\w:]*)/g), ...all(text, /\bnpm (start|test)\b/g)].filter(
    (name) => !(name in scripts),
  );

/** Options in what a document says of `koop`: on a line that calls it, or alone in quotes. */
function missingOptions(text: string): readonly string[] {
  const calls = text
    .split("\n")
    .filter((line) => /\bkoop (?:-- )?(?:read|write|check|interest|presets|--)/.test(line));
  const named = [
    ...calls.flatMap((line) => all(line, /\s--([a-z][\w-]*)/g)),
    ...all(text, /`--([a-z][\w-]*)/g),
  ];
  return named.filter((name) => !options.has(name));
}

describe("the documents", () => {
  it("are found, and so are the options of koop", () => {
    expect(documents).toEqual(expect.arrayContaining(["README.md", "docs/befehlszeile.md"]));
    expect([...options]).toEqual(expect.arrayContaining(["sheet", "given", "json", "rate"]));
  });

  it("are judged rightly", () => {
    const wrong = "[a](docs/nirgends.md) [b](README.md#nirgends) ![c](docs/bilder/nichts.png)";
    expect(deadLinks("README.md", wrong)).toHaveLength(3);
    expect(deadLinks("docs/a.md", "[a](../README.md) [b](https://example.org/x)")).toEqual([]);
    expect(missingScripts("`npm run nichts`, `npm run -s koop -- read`")).toEqual(["nichts"]);
    expect(missingOptions("$ koop read a.xlsx --nichts --json\n`--gar-nichts`")).toEqual([
      "nichts",
      "gar-nichts",
    ]);
  });

  it.each(documents)("%s links to files and headings that are there", (file) => {
    expect(deadLinks(file, content(file))).toEqual([]);
  });

  it.each(documents)("%s names scripts and options that are there", (file) => {
    expect(missingScripts(content(file))).toEqual([]);
    expect(missingOptions(content(file))).toEqual([]);
  });

  it("show every picture, each small enough for a page", () => {
    const pictures = projectFiles.filter((file) => file.startsWith("docs/bilder/"));
    expect(pictures.length).toBeGreaterThan(3);
    const text = documents.map(content).join("\n");
    for (const picture of pictures) {
      expect(text).toContain(path.posix.basename(picture));
      expect(statSync(path.join(root, picture)).size).toBeLessThan(200_000);
    }
  });

  it("quote code as it stands", () => {
    const quotes = documents.flatMap((file) => all(content(file), /^```ts\n([\s\S]*?)^```$/gm));
    expect(quotes.length).toBeGreaterThan(1);
    for (const quote of quotes) {
      const [head = "", ...lines] = quote.trimEnd().split("\n");
      const linesOf = (text: string) => text.split("\n").map((line) => line.trim());
      const source = linesOf(content(head.replace("// ", "")));
      const shown = linesOf(lines.join("\n")).filter((line) => !line.startsWith("//"));
      expect(shown.filter((line) => !source.includes(line))).toEqual([]);
    }
  });
});

describe("the examples in the documents", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "koop-documents-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** Files of the project are read where they are; all others belong to the examples. */
  const placed = (argument: string): string => {
    if (!/\.(?:xlsx|json)$/.test(argument)) return argument;
    return path.join(existsSync(path.join(root, argument)) ? root : folder, argument);
  };

  async function run(command: string): Promise<readonly string[]> {
    const printed: string[] = [];
    const print = (text: string) => printed.push(...text.split("\n"));
    const [, ...args] = command.split(" ");
    await koop(args.map(placed), { out: print, message: print }, dateOf(2026, 11, 22));
    // Amounts are printed with a space that does not break; in documents it is a plain one.
    return printed.map((line) =>
      [`${folder}${path.sep}`, `${root}${path.sep}`]
        .reduce((text, place) => text.replaceAll(place, ""), line)
        .replaceAll("\u00a0", " "),
    );
  }

  /** The workbook as it comes back with another amount in one input. */
  function sendBack(): void {
    const written = Archive.open(
      new Uint8Array(readFileSync(path.join(folder, "kooperation.xlsx"))),
    );
    const sheet = written
      .names()
      .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      .find((name) => new TextDecoder().decode(written.read(name)).includes(">take-up.by-year<"));
    if (sheet === undefined) throw new Error("no sheet of assumptions");
    const before = new TextDecoder().decode(written.read(sheet));
    const after = before.replace(/(<c r="J26"[^>]*><v>)172000(?=<)/, "$1200000");
    if (after === before) throw new Error("J26 does not hold 172000");
    const changed = written.with(new Map([[sheet, new TextEncoder().encode(after)]]));
    writeFileSync(path.join(folder, "kooperation-zurueck.xlsx"), changed.save());
  }

  /** Whether lines are as shown, where `…` stands for any number of them. */
  function matches(lines: readonly string[], shown: readonly string[]): boolean {
    const [first, ...rest] = shown;
    if (first === undefined) return lines.length === 0;
    if (first !== "…") return lines[0] === first && matches(lines.slice(1), rest);
    return Array.from({ length: lines.length + 1 }).some((_, left) =>
      matches(lines.slice(left), rest),
    );
  }

  const commandsOf = (file: string) =>
    all(content(file), /^```console\n([\s\S]*?)^```$/gm).flatMap((block) =>
      block
        .trimEnd()
        .split(/^\$ /m)
        .filter((part) => part !== "")
        .map((part) => {
          const [command = "", ...shown] = part.trimEnd().split("\n");
          return { file, command, shown };
        }),
    );
  const commands = documents.flatMap(commandsOf);

  it("are found", () => {
    expect(commands.length).toBeGreaterThan(8);
    expect(matches(["a", "b", "c"], ["a", "…", "c"])).toBe(true);
    expect(matches(["a", "b", "c"], ["a", "…", "b"])).toBe(false);
  });

  it("print what the documents show", async () => {
    const files = all(content("docs/befehlszeile.md"), /^```json\n([\s\S]*?)^```$/gm);
    ["korrekturen.json", "schul-it.json"].forEach((name, at) => {
      writeFileSync(path.join(folder, name), files[at] ?? "");
    });
    await run("koop write assets/beispielhaushalt.xlsx -o kooperation.xlsx");
    sendBack();
    for (const { file, command, shown } of commands) {
      const lines = await run(command);
      if (!matches(lines, shown))
        expect([file, command, ...lines]).toEqual([file, command, ...shown]);
    }
  }, 60_000);
});
