"""One module for each document format: its bytes become a `Text` with blocks, pages and caveats."""
