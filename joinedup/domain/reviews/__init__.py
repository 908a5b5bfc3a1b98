"""The yearly round: who is asked, what each answered, and the sealed result of each partnership."""
