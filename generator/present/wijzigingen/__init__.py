"""What changed since an earlier version, in Dutch: for a terminal, a council, a program."""
