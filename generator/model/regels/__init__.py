"""Rules: what follows from the programme, the same for check, narrow, derive and present.

Exact, without pandas, and at one date: nothing here asks what day it is.
"""
