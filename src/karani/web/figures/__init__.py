"""Figures on pages: who is drawn, drawn in the background, framed for the page's room."""
