"""Many threads grade at once with one engine: no answer is another thread's."""
