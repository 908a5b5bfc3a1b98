"""The register as it is known to somebody at one moment, to compare a list with."""
