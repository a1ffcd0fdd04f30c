"""`make pins` writes every package with its version, and nothing that depends on one machine."""

import re

import pytest

from tests.support.project import ROOT
from tools.maintenance import pins

FROZEN = """\
cuda-bindings==12.9.4
Jinja2==3.1.6
jsonschema-specifications==2025.9.1
jsonschema==4.26.0
nvidia-cublas-cu12==12.8.4.1
pip==25.0
torch==2.13.0+cpu
triton==3.5.0
"""


def test_keeps_the_packages_that_every_platform_needs():
    expected = ["Jinja2==3.1.6", "jsonschema==4.26.0", "jsonschema-specifications==2025.9.1", "torch==2.13.0"]
    assert pins.pins(FROZEN) == expected


@pytest.mark.parametrize("line", ["torch @ file:///somewhere/torch.whl", "-e git+https://example.org/x#egg=x"])
def test_refuses_what_does_not_come_from_an_index(line):
    with pytest.raises(ValueError, match=re.escape(line)):
        pins.pins(f"{FROZEN}{line}\n")


def test_installs_without_the_old_pins():
    assert pins.unconstrained("# Why\n-c constraints.txt\n\nx==1\n") == "# Why\n\nx==1\n"


def test_every_requirement_is_pinned_to_its_own_version():
    pinned = set((ROOT / pins.CONSTRAINTS).read_text(encoding="utf-8").lower().split("\n"))
    for name in pins.REQUIREMENTS:
        text = (ROOT / name).read_text(encoding="utf-8").lower()
        assert "\n-c constraints.txt\n" in text
        required = re.findall(r"^[\w.-]+==[^\s#]+", text, re.MULTILINE)
        assert required and {line.replace("_", "-") for line in required} <= {line.replace("_", "-") for line in pinned}
