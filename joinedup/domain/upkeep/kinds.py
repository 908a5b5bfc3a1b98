from datetime import timedelta

# A link that signs somebody in lives ten minutes at most (OWASP ASVS 5.0, 6.5.5).
LINK_LIFE = timedelta(minutes=10)
