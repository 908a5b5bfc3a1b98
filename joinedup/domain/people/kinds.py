from datetime import timedelta

# How long somebody stays signed in: while they do something, and at the most (trust.md T13).
IDLE = timedelta(hours=3)
LONGEST = timedelta(hours=12)
# How far the moment a browser was last seen may lag behind; noting each page would cost a write.
NOTED_EVERY = timedelta(minutes=5)
