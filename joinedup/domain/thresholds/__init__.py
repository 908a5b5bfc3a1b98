"""The figures an organisation goes by, each from a day on. Knows no partnership."""
