"""Writes cells given as JSON on standard input into a workbook, with openpyxl.

usage: write_cells.py OUT < [{"name": ..., "cells": [{"row", "column", "value", "formula"?}]}]
"""

import json
import sys

import openpyxl

workbook = openpyxl.Workbook()
workbook.remove(workbook.active)
for sheet in json.load(sys.stdin):
    page = workbook.create_sheet(sheet["name"])
    for cell in sheet["cells"]:
        target = page.cell(cell["row"] + 1, cell["column"] + 1)
        formula = cell.get("formula")
        target.value = cell["value"] if formula is None else formula
        if formula is None and isinstance(target.value, str):
            target.data_type = "s"
workbook.save(sys.argv[1])
