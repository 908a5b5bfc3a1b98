"""Answers on paper, by telephone or in a spreadsheet: codes, sheets, who entered them."""
