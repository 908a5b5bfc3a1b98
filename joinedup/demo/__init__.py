"""The demonstration district: entirely fictional, made by performing the acts of the domain."""
