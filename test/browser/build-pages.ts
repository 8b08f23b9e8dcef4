import { buildPages } from "../../build/build-pages";

// What jest calls once before all tests is what this module itself is.
module.exports = () => buildPages();
