import { fuzzOnce } from "./fuzz";

describe("the reader on broken sheets", () => {
  it("never crashes, counts nothing twice and loses nothing silently", () => {
    for (let seed = 1; seed <= 600; seed += 1) {
      try {
        fuzzOnce(seed);
      } catch (problem) {
        throw new Error(`seed ${seed}`, { cause: problem });
      }
    }
  });
});
