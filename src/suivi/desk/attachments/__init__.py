"""Attachments: a file an officer attaches is looked into, and leaves without what its reader would not see.

- Ten kinds are taken; every other is refused by name. A kind is one module here: bytes in, clean bytes out.
- What can be taken away without changing what is seen is taken away, and said; what cannot is refused, by name.
- `checking` runs it all in a child process that can reach nothing; nothing else here is called from outside.
"""
