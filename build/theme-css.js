"use strict";

const { webDarkTheme, webLightTheme } = require("@fluentui/tokens");

const variables = (tokens) => tokens.map(([name, value]) => `--${name}:${value}`).join(";");

/** Fluent's light theme as custom properties of the page, and what is different on dark: a style sheet, no script. */
function themeCss() {
  const onDark = Object.entries(webDarkTheme).filter(
    ([name, value]) => webLightTheme[name] !== value,
  );
  return [
    `:root{${variables(Object.entries(webLightTheme))}}`,
    `:root[data-theme="dark"]{color-scheme:dark;${variables(onDark)}}`,
    "",
  ].join("\n");
}

module.exports = { themeCss };
