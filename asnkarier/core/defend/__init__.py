"""How firm a decision stands: what a little change of the weights does, whom it leaves out, who could follow."""
