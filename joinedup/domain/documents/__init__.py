"""Documents from one model of blocks: PDF to read, Word to change. Knows no business word."""
