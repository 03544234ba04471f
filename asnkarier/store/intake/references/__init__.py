"""Finding units and posts by what a cell says, and creating them where a sheet may."""
