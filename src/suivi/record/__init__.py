"""Every kind of record the parties can put in a log, how it is written, read and marked."""
