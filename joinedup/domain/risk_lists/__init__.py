"""Lists of risks as other programs and papers keep them, read into steps of one matrix.

Plain Python from the table to the lines; it must never know the register or who is asking.
"""
