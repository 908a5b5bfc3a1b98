"""The outbox: messages that leave the service, and what became of each."""
