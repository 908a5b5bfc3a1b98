"""Papers kept as evidence: added as a scan, told of, handed over byte for byte, taken away."""
