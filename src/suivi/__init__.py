"""Suivi: carry out a signed international action plan, and review it every year."""
