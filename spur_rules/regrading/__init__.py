"""Grades after the visit: action plans and corrections of facts."""
