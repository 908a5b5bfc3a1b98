"""Finding bodies and partnerships by any name they ever had, as people type it.

It must never know who is asking: it narrows what it is given, and suggests nothing else.
"""
