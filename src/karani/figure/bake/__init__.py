"""Baking the skins, once at build time: `python -m karani.figure.bake FOLDER`."""
