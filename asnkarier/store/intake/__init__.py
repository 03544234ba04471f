"""Writing what sheets and officers say: resolve, compare, insert or update, and log."""
