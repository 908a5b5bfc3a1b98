"""Whether one body may share information with another: what was arranged, asked and decided.

Must never know whom any of it is about: no personal case data is held here.
"""
