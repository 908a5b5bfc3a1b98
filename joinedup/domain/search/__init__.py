"""Finding things by any name they ever had, as people type names."""
