"""What needs somebody: the few things waiting for them, each one press away."""
