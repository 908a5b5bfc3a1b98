"""How the sign-in library is bent to our rules: known people only, mail through the outbox."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class Adapter(DefaultAccountAdapter):
    """Nobody opens an account here: people are in the directory or they are not."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Keep sign-up shut."""
        return False
