/** What a file can say and Office.js cannot; `docs/excel-limits.md` says why. */
export const DOCUMENTED = [
  /^chart [^:]+: alternative text: .+ \| –$/,
  /^chart [^:]+: series \d+ name from: .+ \| –$/,
  /^chart [^:]+: series \d+ pattern: \w+ \| –$/,
];
