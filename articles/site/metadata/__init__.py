"""What a page says of itself to machines, in each vocabulary that one of them reads; no value costs a query."""
