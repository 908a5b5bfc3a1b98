"""The seven steps of a partnership on screen: where it stands, what is next, how long it takes."""
