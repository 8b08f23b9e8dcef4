"use strict";

const everyTest = require("./jest.config");

/** The pane and the workbench in Chromium; `CHROMIUM` names the binary. */
module.exports = {
  ...everyTest,
  testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/test/browser/build-pages.ts",
  testTimeout: 60_000,
  // Each Chromium takes a core.
  maxWorkers: 2,
};
