"""OAI-PMH 2.0: catalogues gather what is public here as Dublin Core, and learn what was withdrawn.

The protocol: https://www.openarchives.org/OAI/openarchivesprotocol.html
"""
