"""A file, or pasted text, is brought to the desk: what is found in it is shown, and one button makes the draft."""
