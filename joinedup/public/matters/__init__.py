"""Who answers for what: the search and the pages for residents, without signing in."""
