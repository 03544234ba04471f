"""Reading cells in a guarded child process and writing them safely."""
