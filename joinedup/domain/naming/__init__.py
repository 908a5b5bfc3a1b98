"""Naming who sits on a partnership of a round: by whoever knows, with a link, or pasted in."""
