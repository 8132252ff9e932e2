"""What was asked in vain, the Gegenprobe, numbers, dead links."""
