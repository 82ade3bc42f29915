"""Sessions as rows that know whose they are: a person sees the devices in which they are logged in, and ends them."""
