"""A register of any size, all of it made up: for trying out and measuring what a large one is like.

Written straight into the tables, in the shape that acts would have left. It knows nothing of the
district, which is brought about by acts and is the one to show to people.
"""
