import { fill, type Text, verbatim } from "../../language";
import { type CalendarDate, dateInWords } from "../../law/calendar";
import { interestRateOn } from "../../law/interest-law";
import { provisionThresholdOn } from "../../law/provision";
import { vatRateOn } from "../../law/vat";
import { vatOptionKnownOn } from "../../law/vat-option";

/** What the law says on a day, with its norms, beside the fields it concerns. */
export interface LawNotes {
  /** From when § 2b UStG applies to public bodies. */
  readonly vatFrom: Text;
  readonly vatRate: Text;
  readonly interest: Text;
  readonly provision: Text;
}

/** The law as it stands on a day. */
export function lawNotes(today: CalendarDate): LawNotes {
  const option = vatOptionKnownOn(today);
  const vat = vatRateOn(today);
  const interest = interestRateOn(today);
  const provision = provisionThresholdOn(today);
  return {
    vatFrom: fill(
      {
        de: "§ 2b UStG gilt nach {1} spätestens ab {0}.",
        en: "§ 2b UStG applies from {0} at the latest under {1}.",
      },
      dateInWords(option.appliesFrom),
      verbatim(option.norm),
    ),
    vatRate: fill(
      { de: "Regelsatz {0} ({1})", en: "standard rate {0} ({1})" },
      percent(vat.standard),
      verbatim(vat.norm),
    ),
    interest: fill(
      { de: "gesetzlich, {0} je Monat ({1})", en: "statutory, {0} a month ({1})" },
      percent(interest.monthlyRate),
      verbatim(interest.norm),
    ),
    provision: fill({ de: "{0} ({1})", en: "{0} ({1})" }, provision.note, verbatim(provision.norm)),
  };
}

function percent(fraction: number): Text {
  const text = String(Number((fraction * 100).toFixed(6)));
  return { de: `${text.replace(".", ",")} %`, en: `${text} %` };
}
