import { STORED_PART_NAMESPACE } from "../plan";
import type { Journal } from "./journal";
import { takeApart } from "./references";
import { setStoredPart } from "./stored-part";
import { JOURNAL_NAMESPACE } from "./surroundings";

/**
 * Takes a run back, however far it came: removes the sheets and names it added, restores the stored part.
 * A sheet of that name which carries no mark of ours and is not empty has come from somebody else in the
 * meantime and stays. Two batches.
 */
export async function takeBack(
  context: Excel.RequestContext,
  journal: Journal,
): Promise<readonly string[]> {
  const { worksheets, names, customXmlParts } = context.workbook;
  names.load("items/name,items/value");
  const sheets = journal.sheets.map((name) => {
    const worksheet = worksheets.getItemOrNullObject(name).load("name");
    const used = worksheet.getUsedRangeOrNullObject(true).load("address");
    return { name, worksheet, used };
  });
  const storedParts = customXmlParts.getByNamespace(STORED_PART_NAMESPACE).load("items/id");
  const journals = customXmlParts.getByNamespace(JOURNAL_NAMESPACE).load("items/id");
  await context.sync();

  const added = names.items.filter(({ name }) => journal.names.includes(name));
  const marked = new Set(added.map(({ value }) => takeApart(String(value))?.sheet));
  const removed = sheets.filter(
    ({ name, worksheet, used }) =>
      !worksheet.isNullObject && (marked.has(name) || used.isNullObject),
  );
  for (const name of added) {
    if (!journal.strayNames.includes(name.name)) name.delete();
  }
  for (const { worksheet } of removed) worksheet.delete();
  setStoredPart(customXmlParts, storedParts.items, journal.storedPart);
  for (const each of journals.items) each.delete();
  await context.sync();
  return removed.map(({ name }) => name);
}
