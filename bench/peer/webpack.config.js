"use strict";

const HtmlWebpackPlugin = require("html-webpack-plugin");
const [, pages] = require("../../webpack.config.js");
const { contentSecurityPolicy, OFFICE_JS } = require("../../build/page-policy");

/** The page that the pane is measured beside, built as the pane is; `--output-path` says where. */
module.exports = {
  ...pages,
  name: "peer",
  entry: { peer: "./bench/peer/start.tsx" },
  output: { ...pages.output, clean: false },
  plugins: [
    new HtmlWebpackPlugin({
      filename: "peer.html",
      template: "./src/taskpane/taskpane.html",
      policy: contentSecurityPolicy({ officeJs: true }),
      officeJs: OFFICE_JS,
    }),
  ],
};
