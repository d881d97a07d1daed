"""Pictures of the register: plain values in, inline SVG with title, description and the same figures as a table out."""
