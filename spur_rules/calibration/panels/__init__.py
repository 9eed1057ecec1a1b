"""The checklists of several raters: read, told apart, handed on without names."""
