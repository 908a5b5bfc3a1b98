"""The directory on screen: finding a body, and what we do together with it."""
