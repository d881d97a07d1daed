"""What keeps the house in order from outside: catalogues, the page of refusals, sizes, Debian's packages."""
