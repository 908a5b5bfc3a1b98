"""How one signs in: passkeys, an app, recovery codes, and confirming that it is really you."""
