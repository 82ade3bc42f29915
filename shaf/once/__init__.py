"""A form that is sent twice is carried out once.

Every form of the desk carries a random token beside the one against forgery (`tags.py`). Whoever answers the form
claims the token in the transaction of what is done (`answering.py`); the same form again, by a second click, a way
back or a retry, waits for that transaction and is answered as the first was.
"""
