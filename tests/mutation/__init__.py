"""Mutation testing of the grading path: does a test notice when the code is changed?"""
