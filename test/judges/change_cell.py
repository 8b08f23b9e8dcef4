"""Changes one cell of a workbook with openpyxl, as a user of another program would.

usage: change_cell.py FILE OUT SHEET ADDRESS VALUE-AS-JSON
"""

import json
import sys

import openpyxl

file, out, sheet, address, value = sys.argv[1:]
workbook = openpyxl.load_workbook(file, keep_vba=file.endswith(".xlsm"))
cell = workbook[sheet][address]
cell.value = json.loads(value)
if isinstance(cell.value, str):
    cell.data_type = "s"
workbook.save(out)
