import * as v from "valibot";
import { fold, hasWord } from "../../budget/words";
import data from "./words.json";

const list = v.array(v.pipe(v.string(), v.minLength(2)));
const WORDS = v.parse(
  v.strictObject({
    /** Also inside compounds. */
    anywhere: list,
    /** Only as a word of its own; a hyphen may follow. */
    word: list,
    /** Only as the first part of a compound with hyphen. */
    beforeHyphen: list,
    /** Only in capital letters, as a word of its own. */
    capitals: list,
  }),
  data,
);

const CAPITALS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORDS.capitals.join("|")})(?![\\p{L}\\p{N}])`,
  "u",
);
const BEFORE_HYPHEN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORDS.beforeHyphen.join("|")})-(?=[ \\p{L}])`,
  "u",
);

/** Whether a label of a budget speaks of information technology. */
export function speaksOfIt(label: string): boolean {
  if (CAPITALS.test(label)) return true;
  const folded = fold(label);
  return (
    WORDS.anywhere.some((word) => folded.includes(word)) ||
    WORDS.word.some((word) => hasWord(folded, word)) ||
    BEFORE_HYPHEN.test(folded)
  );
}

/** The word of a label that speaks of information technology; the whole label where it takes several. */
export function wordOfIt(label: string): string | undefined {
  if (!speaksOfIt(label)) return undefined;
  return label.split(/[^\p{L}\p{N}-]+/u).find(speaksOfIt) ?? label;
}
