"""The public site: pages, feeds and downloads for everybody, made from the public register and nothing else."""
