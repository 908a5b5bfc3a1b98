"""What is to become of a partnership: decided with reasons, and who of its members disagrees.

Ends nothing itself: whoever moves the record asks here what was decided.
"""
