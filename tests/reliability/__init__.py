"""Every figure about how far this project can be relied on, and the page that shows them."""
