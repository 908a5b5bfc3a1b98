"""A questionnaire as one table that people change in their spreadsheet program.

It knows the format and what a spreadsheet holds; never who asks, nor what is kept.
"""
