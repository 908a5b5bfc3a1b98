"""The words of a questionnaire in other languages: what a file may give, and putting them in place.

Of a questionnaire this knows only that its parts have ids and words, nothing of scores.
"""
