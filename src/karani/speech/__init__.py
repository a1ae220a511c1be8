"""Words to sounds to samples: the natural voice."""
