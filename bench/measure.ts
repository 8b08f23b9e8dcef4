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

/** Runs a job of the built program several times, each in a process of its own, and gives the medians. */
export function measure(
  program: string,
  job: string,
  args: readonly string[],
  runs: number,
): Figure {
  const results = Array.from({ length: runs }, () => runOnce([program, job, ...args]));
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

function runOnce(args: readonly string[]): Run {
  const result = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { ...process.env, NODE_PATH: path.resolve(__dirname, "../node_modules") },
    maxBuffer: 1 << 26,
  });
  if (result.status !== 0) throw new Error(`${args.join(" ")} failed: ${result.stderr}`);
  const line = result.stdout.trim().split("\n").at(-1) ?? "";
  return JSON.parse(line) as Run;
}
