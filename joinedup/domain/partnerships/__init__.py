"""The register: partnerships, memberships, seats, hosts. Stores the state and knows no gate."""
