import { DAYS_TO_1904 } from "../dates";
import type { PlanSheet, PlanValidation } from "../plan";
import { CONDITIONAL_LOOKS } from "../styles";
import { bytesOf } from "./pieces";
import type { Piece } from "./pieces";
import { rectangleAddress } from "./rectangles";

/** Which values the inputs of a sheet accept, and the words when they do not. */
export function validationPiece(sheet: PlanSheet, date1904: boolean): readonly Piece[] {
  const { validations } = sheet;
  if (validations.length === 0) return [];
  return [
    {
      bytes: bytesOf(2 + validations.length * 7, validations),
      write: ({ workbook }) => {
        const worksheet = workbook.worksheets.getItem(sheet.name);
        for (const validation of validations) {
          const { row, firstColumn, lastColumn } = validation;
          const address = rectangleAddress({
            firstRow: row,
            firstColumn,
            lastRow: row,
            lastColumn,
          });
          validate(worksheet.getRange(address).untrack(), validation, date1904);
        }
      },
    },
  ];
}

function validate(range: Excel.Range, validation: PlanValidation, date1904: boolean): void {
  const target = range.dataValidation;
  target.rule = ruleOf(validation, date1904);
  target.ignoreBlanks = validation.allowBlank;
  target.errorAlert = {
    showAlert: true,
    style: Excel.DataValidationAlertStyle.stop,
    title: validation.errorTitle,
    message: validation.error,
  };
  if (validation.prompt !== undefined) {
    target.prompt = {
      showPrompt: true,
      title: validation.promptTitle ?? "",
      message: validation.prompt,
    };
  }
}

function ruleOf({ rule }: PlanValidation, date1904: boolean): Excel.DataValidationRule {
  if (rule.type === "list") return { list: { inCellDropDown: true, source: rule.source } };
  const operator = Excel.DataValidationOperator.between;
  const { minimum, maximum } = rule;
  switch (rule.type) {
    case "decimal":
      return { decimal: { formula1: minimum, formula2: maximum, operator } };
    case "textLength":
      return { textLength: { formula1: minimum, formula2: maximum, operator } };
    case "whole":
      return { wholeNumber: { formula1: minimum, formula2: maximum, operator } };
    case "date": {
      // As a formula: a date as text would go through the time zone of the machine.
      const day = (serial: number): string =>
        `=${String(date1904 ? serial - DAYS_TO_1904 : serial)}`;
      return { date: { formula1: day(minimum), formula2: day(maximum), operator } };
    }
  }
}

/** Formats by condition. A new one goes before those that are there, so the last is added first. */
export function conditionalFormatPiece(sheet: PlanSheet): readonly Piece[] {
  const { conditionalFormats } = sheet;
  if (conditionalFormats.length === 0) return [];
  return [
    {
      bytes: bytesOf(2 + conditionalFormats.length * 14, conditionalFormats),
      write: ({ workbook }) => {
        const worksheet = workbook.worksheets.getItem(sheet.name);
        for (const format of conditionalFormats.toReversed()) {
          const range = worksheet.getRange(rectangleAddress(format)).untrack();
          const { custom } = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
          const { colour, fill } = CONDITIONAL_LOOKS[format.look];
          custom.rule.formula = format.formula;
          custom.format.font.bold = true;
          custom.format.font.color = `#${colour}`;
          custom.format.fill.color = `#${fill}`;
        }
      },
    },
  ];
}
