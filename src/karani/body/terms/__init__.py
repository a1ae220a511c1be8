"""What a posture is asked for, one file a wish: each gives residuals and their analytic derivatives."""
