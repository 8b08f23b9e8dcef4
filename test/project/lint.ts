import path from "node:path";
import { ESLint, type Linter } from "eslint";
import tseslint from "typescript-eslint";

export const root = path.resolve(__dirname, "../..");

const config = jest.requireActual<Linter.Config[]>("../../eslint.config.js");

/** Rules that need no types: works for files that do not exist. */
const bySyntax = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [...config, tseslint.configs.disableTypeChecked],
});

/** All rules as `npm run lint` has them: the file must exist, its text is replaced. */
const withTypes = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: config });

async function complaints(eslint: ESLint, file: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: path.join(root, file) });
  return results
    .flatMap((result) => result.messages)
    .map((message) => `${message.ruleId ?? "file"}: ${message.message}`);
}

/** What the linter says when `text` stands in `file`; names unused or undefined do not count. */
export async function lint(file: string, text: string): Promise<string[]> {
  const all = await complaints(bySyntax, file, text);
  return all.filter((each) => !/no-unused-vars|no-undef/.test(each));
}

export function lintWithTypes(file: string, text: string): Promise<string[]> {
  return complaints(withTypes, file, text);
}
