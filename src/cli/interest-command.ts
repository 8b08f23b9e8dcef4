import type { Language } from "../language";
import { calendarDate } from "../law/calendar";
import { interestOnBackTax } from "../law/interest";
import { EXIT } from "./exit";
import { type Console, euros } from "./messages";

export interface InterestRequest {
  readonly vat: number;
  readonly year: number;
  readonly effective: string;
  readonly rate: "statutory" | number;
  readonly json: boolean;
  readonly language: Language;
}

/** `koop interest`: interest on back tax under § 233a AO for one claim. */
export function interestCommand(request: InterestRequest, console: Console): number {
  const { vat, year, effective, rate, language } = request;
  const result = interestOnBackTax({
    tax: vat,
    taxYear: year,
    effective: calendarDate(effective),
    rate,
  });
  if (request.json) {
    console.out(
      JSON.stringify(
        { ...result, vat, year, effective, rate, explanation: result.explanation[language] },
        null,
        2,
      ),
    );
  } else {
    console.out(result.explanation[language]);
    console.out(euros(result.interest, language));
  }
  return EXIT.done;
}
