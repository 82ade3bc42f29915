"""What proves beside the password who somebody is: an authenticator app, passkeys, recovery codes.

django-allauth keeps and checks them; its pages, mails and limits are not ours, and none of its addresses is served.
"""
