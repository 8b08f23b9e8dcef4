"""Prints what openpyxl reads of workbooks, as one JSON document: a reader that shares nothing with ours.

usage: read_workbook.py FILE...
"""

import datetime
import json
import sys

import openpyxl
from openpyxl.utils.datetime import to_excel


def value_of(cell):
    value = cell.value
    if cell.data_type == "e":
        return {"kind": "error", "text": str(value)}
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return to_excel(value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def formula_of(sheet, cell):
    if cell.data_type != "f":
        return None
    # openpyxl 3.0 keeps what is more than a plain formula beside the cell, 3.1 in its value.
    kind = getattr(sheet, "formula_attributes", {}).get(cell.coordinate, {}).get("t")
    if kind is None:
        kind = getattr(cell.value, "t", None)
    if kind in ("array", "dataTable"):
        # Braces as a person sees them, so that no array passes for a plain formula.
        return "={" + str(getattr(cell.value, "text", cell.value)).lstrip("=") + "}"
    return str(cell.value)


def area(bounds):
    first_column, first_row, last_column, last_row = bounds
    return {
        "firstRow": first_row - 1,
        "firstColumn": first_column - 1,
        "lastRow": last_row - 1,
        "lastColumn": last_column - 1,
    }


def hidden_columns(sheet):
    # One entry stands for all columns from min to max.
    return [
        column - 1
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min, dimension.max + 1)
    ]


def frozen(sheet):
    pane = sheet.sheet_view.pane
    if pane is None or pane.state not in ("frozen", "frozenSplit"):
        return None
    # The upper left cell moves when a person scrolls; the split does not.
    return {"row": int(pane.ySplit or 0), "column": int(pane.xSplit or 0)}


def read_sheet(formulas, values):
    cells = []
    for row in formulas.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            cells.append(
                {
                    "row": cell.row - 1,
                    "column": cell.column - 1,
                    "formula": formula_of(formulas, cell),
                    "value": value_of(values[cell.coordinate]),
                }
            )
    return {
        "name": formulas.title,
        "hidden": formulas.sheet_state != "visible",
        "cells": cells,
        "freeze": frozen(formulas),
        "validated": [
            area(part.bounds)
            for validation in formulas.data_validations.dataValidation
            for part in validation.sqref.ranges
        ],
        "hiddenRows": [
            index - 1 for index, dimension in formulas.row_dimensions.items() if dimension.hidden
        ],
        "hiddenColumns": hidden_columns(formulas),
    }


def names(workbook):
    listed = workbook.defined_names
    return list(listed.keys()) if hasattr(listed, "keys") else [n.name for n in listed.definedName]


def read(file):
    formulas = openpyxl.load_workbook(file)
    values = openpyxl.load_workbook(file, data_only=True)
    return {
        "sheets": [read_sheet(sheet, values[sheet.title]) for sheet in formulas.worksheets],
        "names": names(formulas),
        "externalLinks": len(formulas._external_links),
    }


json.dump([read(file) for file in sys.argv[1:]], sys.stdout)
