from datetime import timedelta

WINDOW = timedelta(days=14)
CONFIRMED_FOR = timedelta(days=365)
ASKED_BEFORE = timedelta(days=30)
# How many places are confirmed on one page.
PLACES_AT_ONCE = 50
# Of more than these, nobody is told how many there are.
PLACES_COUNTED = 100
# Acts on the shared record that other members may question: members, purpose, dates, papers.
MATTERS = ("partnership.changed", "partnership.moved", "member.added", "member.ended")
