import { fill, type Language, type Text } from "../language";
import { dateInWords, type CalendarDate } from "./calendar";
import { floorOf, fraction, times, type Fraction } from "./fraction";
import { waitingTimeOf, type InterestRounding } from "./interest-law";
import type { ExactPeriod } from "./interest-run";

/** Everything the explanation of one interest computation names. */
export interface InterestFacts {
  readonly tax: Fraction;
  readonly base: bigint;
  readonly runStart: CalendarDate;
  readonly runEnd: CalendarDate;
  readonly fullMonths: number;
  readonly periods: readonly ExactPeriod[];
  readonly unrounded: Fraction;
  readonly wholeEuros: bigint;
  readonly rounding: InterestRounding;
  readonly statutory: boolean;
  readonly taxYear: number | undefined;
}

/** How the interest came about, sentence by sentence, with the norms. */
export function explainInterest(facts: InterestFacts): Text {
  const sentences = [baseSentence(facts), runSentence(facts), ...rateSentences(facts)];
  if (facts.fullMonths > 0) sentences.push(resultSentence(facts));
  return {
    de: sentences.map(({ de }) => de).join(" "),
    en: sentences.map(({ en }) => en).join(" "),
  };
}

function baseSentence({ tax, base, rounding }: InterestFacts): Text {
  return fill(
    {
      de: "Bemessungsgrundlage: {0}, abgerundet auf volle {1}: {2} (§ 238 Abs. 2 AO).",
      en: "Base: {0}, rounded down to a multiple of {1}: {2} (§ 238 Abs. 2 AO).",
    },
    euros(tax, 2),
    wholeEuros(BigInt(rounding.baseMultiple)),
    wholeEuros(base),
  );
}

function runSentence({ runStart, runEnd, fullMonths, taxYear }: InterestFacts): Text {
  const start =
    taxYear === undefined
      ? fill({ de: "Zinslauf ab {0}", en: "Run from {0}" }, dateInWords(runStart))
      : startOfTaxYear(taxYear, runStart);
  if (runEnd < runStart) {
    return fill(
      {
        de: "{0}; der Bescheid wird schon am {1} wirksam, also fallen keine Zinsen an.",
        en: "{0}; the assessment becomes effective on {1} already, so no interest arises.",
      },
      start,
      dateInWords(runEnd),
    );
  }
  return fill(
    {
      de: "{0} bis zum Ablauf des {1}: {2} (§ 238 Abs. 1 S. 2 AO).",
      en: "{0} to the end of {1}: {2} (§ 238 Abs. 1 S. 2 AO).",
    },
    start,
    dateInWords(runEnd),
    fullMonths === 0
      ? { de: "kein voller Monat, also keine Zinsen", en: "no full month, so no interest" }
      : monthsInWords(fullMonths),
  );
}

function startOfTaxYear(taxYear: number, runStart: CalendarDate): Text {
  const { months, norm } = waitingTimeOf(taxYear);
  return fill(
    {
      de: "Zinslauf für {0} ab {1}, {2} Monate nach Jahresende ({3})",
      en: "Run for {0} from {1}, {2} months after the end of the year ({3})",
    },
    taxYear,
    dateInWords(runStart),
    months,
    norm,
  );
}

function rateSentences({ base, periods, statutory }: InterestFacts): Text[] {
  return periods.map((period) => {
    const amount = euros(period.amount, 2);
    if (period.unit === "days") {
      return fill(
        {
          de: "{0} bis {1}: {2} × {3} × {4}/360 Tage = {5} (§ 238 Abs. 1b AO, jeder Monat mit 30 Tagen).",
          en: "{0} to {1}: {2} × {3} × {4}/360 days = {5} (§ 238 Abs. 1b AO, every month with 30 days).",
        },
        dateInWords(period.from),
        dateInWords(period.to),
        wholeEuros(base),
        percent(times(period.monthlyRate, fraction(12n))),
        period.count,
        amount,
      );
    }
    return statutory
      ? fill(
          {
            de: "{0} × {1} je Monat × {2} = {3}.",
            en: "{0} × {1} a month × {2} = {3}.",
          },
          wholeEuros(base),
          percent(period.monthlyRate),
          monthsInWords(period.count),
          amount,
        )
      : fill(
          {
            de: "Fester Satz von {0} im Jahr, nicht der gesetzliche: {1} × {0} / 12 × {2} = {3}.",
            en: "Fixed rate of {0} a year, not the statutory one: {1} × {0} / 12 × {2} = {3}.",
          },
          percent(times(period.monthlyRate, fraction(12n))),
          wholeEuros(base),
          monthsInWords(period.count),
          amount,
        );
  });
}

function resultSentence({ unrounded, wholeEuros: floor, rounding }: InterestFacts): Text {
  const minimum = BigInt(rounding.minimum);
  return floor < minimum
    ? fill(
        {
          de: "Summe {0}: unter {1} werden keine Zinsen festgesetzt (§ 239 Abs. 2 AO).",
          en: "Sum {0}: below {1} no interest is assessed (§ 239 Abs. 2 AO).",
        },
        euros(unrounded, 2),
        wholeEuros(minimum),
      )
    : fill(
        {
          de: "Summe {0}, abgerundet auf volle Euro: {1} (§ 239 Abs. 2 AO).",
          en: "Sum {0}, rounded down to whole euros: {1} (§ 239 Abs. 2 AO).",
        },
        euros(unrounded, 2),
        wholeEuros(floor),
      );
}

function monthsInWords(months: number): Text {
  return months === 1
    ? { de: "1 voller Monat", en: "1 full month" }
    : { de: `${months} volle Monate`, en: `${months} full months` };
}

function wholeEuros(amount: bigint): Text {
  return euros(fraction(amount), 0);
}

function euros(amount: Fraction, decimals: number): Text {
  return inWords(amount, decimals, (text) => ({ de: `${text.de} €`, en: `€${text.en}` }));
}

function percent(rate: Fraction): Text {
  return inWords(times(rate, fraction(100n)), 0, (text) => ({
    de: `${text.de} %`,
    en: `${text.en}%`,
  }));
}

/** An amount that no six decimals hold is cut and said to be about so much: never shown as exact. */
function inWords(amount: Fraction, decimals: number, unit: (number: Text) => Text): Text {
  const millionths = times(amount, fraction(1_000_000n));
  const text = unit({
    de: decimalText(floorOf(millionths), decimals, "de"),
    en: decimalText(floorOf(millionths), decimals, "en"),
  });
  return millionths.denominator === 1n ? text : { de: `rund ${text.de}`, en: `about ${text.en}` };
}

/** Grouped by thousands, with at least the given decimals and as many of six as are not 0. */
function decimalText(millionths: bigint, decimals: number, language: Language): string {
  const [group, point] = language === "de" ? [".", ","] : [",", "."];
  const whole = String(millionths / 1_000_000n).replace(/\B(?=(\d{3})+$)/g, group);
  const digits = String(millionths % 1_000_000n)
    .padStart(6, "0")
    .replace(/0+$/, "")
    .padEnd(decimals, "0");
  return digits === "" ? whole : `${whole}${point}${digits}`;
}
