import { FONT_NAME } from "../styles";
import { MAIN_NAMESPACE } from "./sheet-part";

const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/** A style sheet that holds only what every workbook has: the style “Normal”. */
export function emptyStyles(): Uint8Array {
  const plain = `numFmtId="0" fontId="0" fillId="0" borderId="0"`;
  return new TextEncoder().encode(
    `${DECLARATION}<styleSheet xmlns="${MAIN_NAMESPACE}">` +
      `<fonts count="1"><font><sz val="11"/><name val="${FONT_NAME}"/><family val="2"/></font></fonts>` +
      `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
      `<cellStyleXfs count="1"><xf ${plain}/></cellStyleXfs>` +
      `<cellXfs count="1"><xf ${plain} xfId="0"/></cellXfs>` +
      `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
      `</styleSheet>`,
  );
}
