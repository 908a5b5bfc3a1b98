"""Taking back what a file brought in: what would go, what somebody uses by now and so stays."""
