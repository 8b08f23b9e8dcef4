/**
 * Takes a delimited text apart. Every line break outside quotes ends a row, also the single
 * carriage returns that exports leave between rows; quotes that are never closed are plain signs.
 */
export function parseDelimited(text: string, delimiter: string, limit = Infinity): string[][] {
  const rows: string[][] = [];
  let fields: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length && rows.length < limit) {
    const field = text.charAt(at) === '"' ? quotedField(text, at, delimiter) : undefined;
    let end: number;
    if (field === undefined) {
      end = plainEnd(text, at, delimiter);
      fields.push(text.slice(at, end));
    } else {
      end = field.end;
      fields.push(field.value);
    }
    if (text.charAt(end) === delimiter) {
      at = end + 1;
      if (at === text.length) fields.push("");
      continue;
    }
    rows.push(fields);
    fields = [];
    at = text.charAt(end) === "\r" && text.charAt(end + 1) === "\n" ? end + 2 : end + 1;
  }
  if (fields.length > 0) rows.push(fields);
  return rows;
}

function plainEnd(text: string, from: number, delimiter: string): number {
  const separator = delimiter.charCodeAt(0);
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === 10 || code === 13) return at;
  }
  return at;
}

/** A field in quotes with doubled quotes inside; undefined when no quote closes it. */
function quotedField(
  text: string,
  from: number,
  delimiter: string,
): { value: string; end: number } | undefined {
  let value = "";
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    value += text.slice(at, close);
    if (text.charAt(close + 1) === '"') {
      value += '"';
      at = close + 2;
      continue;
    }
    const end = plainEnd(text, close + 1, delimiter);
    // Anything between the closing quote and the delimiter still belongs to the field.
    return { value: value + text.slice(close + 1, end), end };
  }
}
