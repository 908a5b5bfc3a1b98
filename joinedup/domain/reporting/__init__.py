"""Read only: the portfolio, the reports and the documents made of them."""
