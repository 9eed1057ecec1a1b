"""native = durable = definition on few random rulebooks, always the same: quick, for mutants."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from agreement import test_random

#: Without making a failing example smaller, which takes a minute: that it fails is enough.
FEW = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@FEW
@given(st.data())
def test_few_rulebooks(data: st.DataObject) -> None:
    test_random.test_three_ways_to_the_same_rules_and_grades.hypothesis.inner_test(data)
