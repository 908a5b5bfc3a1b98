"""Read only: the portfolio, and what each report says."""
