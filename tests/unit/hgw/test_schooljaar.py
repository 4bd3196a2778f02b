"""A cycle lies inside one school year, and a long one is evaluated halfway."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.schooljaar import Schooljaar, controleer_cyclus, schooljaar_van, tussenevaluatie_voor
