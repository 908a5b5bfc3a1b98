"""Reading results, how each figure was worked out, and replying."""
