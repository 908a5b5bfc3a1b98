"""What makes the tests strict, and the servers and browsers they need. Knows no business word."""
