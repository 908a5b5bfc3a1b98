"""Who signs an agreement for each member, and what each signed or refused: the exact text shown.

Must never know how an edition was written, and shows no member what another's side decided.
"""
