"""Every rule that content follows: one small function each, which yields what is to be mended."""
