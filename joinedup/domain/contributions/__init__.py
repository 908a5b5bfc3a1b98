"""What each member puts in, by year: cash, hours and kind. Knows no plan and no promise."""
