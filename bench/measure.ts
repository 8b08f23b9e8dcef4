import { spawnSync } from "node:child_process";
import path from "node:path";

/** One run of a job in a process of its own. */
export interface Run {
  readonly seconds: number;
  /** Time of the processor, which others who use the machine do not lengthen. */
  readonly processorSeconds: number;
  /** Largest resident memory of the process. */
  readonly megabytes: number;
}

/** The middle of several runs, for a figure that a busy machine does not spoil. */
export interface Figure {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
  readonly runs: number;
}

/** Runs `bench/job.ts JOB …` several times, each in a process of its own, and gives the medians. */
export function measure(job: string, args: readonly string[], runs: number): Figure {
  const results = Array.from({ length: runs }, () => runOnce(job, args));
  const median = (pick: (run: Run) => number): number => {
    const sorted = results.map(pick).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return {
    seconds: median(({ seconds }) => seconds),
    processorSeconds: median(({ processorSeconds }) => processorSeconds),
    megabytes: median(({ megabytes }) => megabytes),
    runs,
  };
}

function runOnce(job: string, args: readonly string[]): Run {
  const result = spawnSync(
    process.execPath,
    ["--import", "tsx", path.join(__dirname, "job.ts"), job, ...args],
    { encoding: "utf8", maxBuffer: 1 << 26 },
  );
  if (result.status !== 0) throw new Error(`${job} failed: ${result.stderr}`);
  const line = result.stdout.trim().split("\n").at(-1) ?? "";
  return JSON.parse(line) as Run;
}
