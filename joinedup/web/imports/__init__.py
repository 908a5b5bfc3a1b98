"""Bringing in a register: the file, its columns, its questions, what will happen, done."""
