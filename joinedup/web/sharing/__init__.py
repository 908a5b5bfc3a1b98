"""Can I share this with them? What members arranged, the question, and what was decided."""
