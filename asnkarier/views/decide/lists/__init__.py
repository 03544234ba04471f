"""Lists for posts: several at once, the seats they are for, and open selection."""
