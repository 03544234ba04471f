"""Commands that defend a decision: sealing it, verifying it, and answering about it."""
