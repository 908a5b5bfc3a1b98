"""Named reads of rounds, reviews and tickets."""
