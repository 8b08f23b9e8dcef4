"use strict";

/** The only address beside their own that the built pages load from: Microsoft's library. */
const OFFICE_HOST = "https://appsforoffice.microsoft.com";
const OFFICE_JS = `${OFFICE_HOST}/lib/1/hosted/office.js`;

/** Hash of an empty style element: Fluent UI makes one and then fills it rule by rule by script. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** What a built page may load: nothing from elsewhere but Microsoft's library, no script or style in its text. */
function contentSecurityPolicy({ officeJs }) {
  const scripts = officeJs ? `'self' ${OFFICE_HOST}` : "'self'";
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

module.exports = { contentSecurityPolicy, OFFICE_JS };
