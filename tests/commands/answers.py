"""What an installation is told by whoever sets it up."""

WHO = {
    "organisation": "Thornford District Council",
    "sector": "COUNCIL",
    "name": "Priya Nair",
    "email": "priya@thornford.example",
    "address": "https://partnerships.thornford.gov.uk",
    "mail-from": "Partnerships <partnerships@thornford.gov.uk>",
}


def words(mail, **others):
    """The options a script gives."""
    told = WHO | {"mail": mail} | others
    return [word for name, value in told.items() for word in (f"--{name}", value)]
