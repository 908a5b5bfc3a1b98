"""What members said they would bring or do, and what came of it.

Knows what was really put in, to show it beside. Must never know agreements, plans or reviews.
"""
