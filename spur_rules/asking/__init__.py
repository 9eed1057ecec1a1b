"""The open questions put to a person, every answer saved."""
