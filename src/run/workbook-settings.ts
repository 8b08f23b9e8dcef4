import type { Finding } from "../finding";
import type { WorkbookSettings } from "../workbook/port";

/** Settings of the user's workbook under which our sheets behave otherwise than expected. */
export function settingsFindings({
  manualCalculation,
  precisionAsDisplayed,
}: WorkbookSettings): readonly Finding[] {
  const findings: Finding[] = [];
  if (manualCalculation) {
    findings.push({
      severity: "warning",
      code: "manual-calculation",
      message: {
        de: "Die Arbeitsmappe rechnet nur auf Anforderung. Nach einer Änderung bitte F9 drücken, oder unter Formeln, Berechnungsoptionen „Automatisch“ wählen.",
        en: "The workbook calculates on demand only. Please press F9 after a change, or choose “Automatic” under Formulas, Calculation Options.",
      },
    });
  }
  if (precisionAsDisplayed) {
    findings.push({
      severity: "warning",
      code: "precision-as-displayed",
      message: {
        de: "Die Arbeitsmappe rechnet mit „Genauigkeit wie angezeigt“. Excel rundet dann auch unsere Zwischenwerte; bitte unter Datei, Optionen, Erweitert abschalten, sonst weichen die Ergebnisse ab.",
        en: "The workbook uses “precision as displayed”. Excel then rounds our intermediate values too; please switch it off under File, Options, Advanced, or results will differ.",
      },
    });
  }
  return findings;
}
