"""Append-only signed logs, as bytes: canonical JSON, headers, trees, notes and bundles."""
