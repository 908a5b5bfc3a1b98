"""The second look, six months after a result below Sound stands: what has changed, is it better."""
