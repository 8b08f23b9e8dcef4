import { STORED_PART_NAMESPACE } from "../plan";

/** Puts a text in place of our custom XML part, or adds it; a second part of ours goes. Two batches. */
export async function keepStoredPart(context: Excel.RequestContext, text: string): Promise<void> {
  const { customXmlParts } = context.workbook;
  const parts = customXmlParts.getByNamespace(STORED_PART_NAMESPACE).load("items/id");
  await context.sync();
  setStoredPart(customXmlParts, parts.items, text);
  await context.sync();
}

/** The same within a batch that does more; `null` leaves no part. */
export function setStoredPart(
  all: Excel.CustomXmlPartCollection,
  [first, ...others]: readonly Excel.CustomXmlPart[],
  text: string | null,
): void {
  if (text === null) first?.delete();
  else if (first === undefined) all.add(text);
  else first.setXml(text);
  for (const other of others) other.delete();
}
