"""Who says yes to a finished appraisal: up to what amount, for how long, on which conditions.

It belongs to one organisation, like its appraisals: no surface of another may know of it.
"""
