"""Who authorises for an organisation, and asking, guiding and deciding."""
