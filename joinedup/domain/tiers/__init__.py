"""How much is asked of a partnership: its tier, by rule, with every trigger that fired and its day.

The lead host's tier is the one all share; it must never see what one organisation keeps private.
"""
