"""Return workbooks: handed out, filled in away from the desk, and taken back change by change."""
