"""Why, why not better, what is open and what it hangs on."""
