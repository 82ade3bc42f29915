"""What is made from editions and can be made anew at will: index, printed HTML, search, counters."""
