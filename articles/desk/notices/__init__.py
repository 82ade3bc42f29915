"""Who is told what: the inbox, and the outbox that mails it."""
