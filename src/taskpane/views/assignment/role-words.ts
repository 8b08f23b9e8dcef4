import { fill, type Text, verbatim } from "../../../language";
import type { LinePattern } from "../../../model/document";
import type { LineRole } from "../../../model/line-roles";
import type { Engine } from "../../session/world";
import { ASSIGNMENT } from "./words";

/** `entfällt nach 06/2024, kehrt zurück`. */
export function roleInWords(terms: Engine["ROLE_TERMS"], { role, until, returns }: LineRole): Text {
  const term = terms[role];
  const ending =
    until === undefined
      ? term
      : fill(ASSIGNMENT.endsAfter, term, verbatim(`${until.slice(5)}/${until.slice(0, 4)}`));
  return returns === true ? fill(ASSIGNMENT.comesBack, ending) : ending;
}

/** `Produkt 01.02.01, alle Konten`. */
export function patternInWords({ product, account }: LinePattern): Text {
  if (product === undefined) return fill(ASSIGNMENT.ruleAllProducts, verbatim(account ?? "*"));
  if (account === undefined) return fill(ASSIGNMENT.ruleWhole, verbatim(product));
  const both = [fill(ASSIGNMENT.ruleProduct, product), fill(ASSIGNMENT.ruleAccount, account)];
  return {
    de: both.map(({ de }) => de).join(", "),
    en: both.map(({ en }) => en).join(", "),
  };
}
