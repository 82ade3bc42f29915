"""What comes in through forms: ids, dates, numbers, pictures, JSON, and a form that is sent again."""
