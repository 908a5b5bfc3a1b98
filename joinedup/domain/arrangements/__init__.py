"""What is not a partnership: the four questions that tell, and each host's list of the rest."""
