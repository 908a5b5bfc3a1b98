from joinedup.domain.organisations.models import Organisation


def why_not_found(name: str, bearers: list[Organisation]) -> str | None:
    """Return why an installation cannot begin with an organisation of this name, or None."""
    if len(bearers) > 1:
        return (
            f"{len(bearers)} organisations here are or were called “{name}”. Give the whole name "
            "of the one that runs this installation."
        )
    return None
