"""Entering a partnership whole on one page, and looking first whether it is there already."""
