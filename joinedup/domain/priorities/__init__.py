"""The weakest points a partnership chose to work on, and who does what about each by when."""
