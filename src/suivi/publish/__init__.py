"""The register and the review, printed in each format."""
