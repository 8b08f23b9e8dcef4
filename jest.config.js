"use strict";

/** Published as ECMAScript modules only, which jest cannot load without turning them. */
const MODULES_ONLY = ["@ironcalc/wasm"];

/** Everything that needs only Node. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/test/office/", "/test/browser/"],
  // Most take milliseconds; with every core busy some that read and write workbooks take seconds.
  testTimeout: 60_000,
  // jest leaves a core free for whoever watches; here that would be half of two.
  maxWorkers: "100%",
  transform: {
    [`\\.(ts|tsx|mjs)$|/node_modules/(${MODULES_ONLY.join("|")})/.+\\.js$`]: [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES_ONLY.join("|")})/)`],
};
