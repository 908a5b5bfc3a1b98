"""What kind of partnership each member believes it is in: asked privately, then laid side by side.

Must never show an answer to anybody but whoever gave it before all have answered or the day has
passed, and knows no agreement.
"""
