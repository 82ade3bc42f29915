"""The desk: where reports are written, reviewed and approved. Mutable and private."""
