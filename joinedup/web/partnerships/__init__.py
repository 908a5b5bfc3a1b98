"""The register on screen: finding a partnership, reading it, and keeping its record."""
