"""Types that tests share."""

from collections.abc import Callable

from spur_rules import Checklist

Make = Callable[..., Checklist]
