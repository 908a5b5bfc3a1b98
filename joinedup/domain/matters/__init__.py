"""Who answers for what: the everyday matters of partnerships that chose to be public.

Whatever is read here by anybody is asked of ``public_partnerships`` and ``public_matters``; no page
for residents may know of any other record, of a reason why somebody declined, or of a person.
"""
