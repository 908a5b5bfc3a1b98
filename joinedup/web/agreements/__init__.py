"""The agreement while it is written: its clauses, what members propose, the texts to sign."""
