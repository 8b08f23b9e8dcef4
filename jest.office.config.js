"use strict";

const everyTest = require("./jest.config");

/** Recalculation and rendering in LibreOffice: needs `soffice`, `pdftoppm` and openpyxl. */
module.exports = {
  ...everyTest,
  testMatch: ["<rootDir>/test/office/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  // Starting LibreOffice with a fresh profile takes seconds, a large workbook a minute.
  testTimeout: 180_000,
  // Each LibreOffice takes a core and half a gigabyte.
  maxWorkers: 2,
};
