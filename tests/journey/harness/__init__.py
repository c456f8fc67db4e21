"""Drives a program from outside: a desktop of its own, the accessible tree, the keyboard."""
