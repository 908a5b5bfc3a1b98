"""The life of a partnership, one package a subject; lower packages never know higher ones."""
