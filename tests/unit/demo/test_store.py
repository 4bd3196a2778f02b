"""What survives a restart, and the made-up school itself."""

import json
import stat

import pytest

from lti_tool.demo.config import PlatformConfig
from lti_tool.demo.core import Platform
from lti_tool.demo.school import Role, load_school


@pytest.fixture
def config(tmp_path):
    return PlatformConfig("http://127.0.0.1:8100", "http://127.0.0.1:8000", data_dir=tmp_path / "data")


def test_keys_people_and_activities_survive_a_restart(config):
    first = Platform(config)
    with first.store.change() as state:
        del state.members[2][10]
        state.activities[1].title = "Anders"
        state.added_people[60] = first.people[2]
    second = Platform(config)
    assert second.store.state == first.store.state
    assert 10 not in second.store.state.members[2]
    assert second.people[60].site_role is Role.ADMIN


def test_a_new_address_of_the_tool_counts_after_a_restart(config):
    Platform(config)
    moved = PlatformConfig(config.issuer, "http://127.0.0.1:8001", data_dir=config.data_dir)
    assert Platform(moved).tool("demo-client").login_url == "http://127.0.0.1:8001/lti/login"


def test_the_file_with_the_key_is_for_the_owner_only(config):
    Platform(config)
    assert stat.S_IMODE((config.data_dir / "platform.json").stat().st_mode) == 0o600


def test_a_change_that_fails_halfway_is_not_written(config):
    platform = Platform(config)
    before = (config.data_dir / "platform.json").read_text()
    with pytest.raises(KeyError), platform.store.change() as state:
        del state.members[99]
    assert (config.data_dir / "platform.json").read_text() == before


@pytest.mark.parametrize("content", ["", "[]", "{}", json.dumps({"added_people": []})])
def test_a_foreign_file_is_refused_by_name(config, content):
    config.data_dir.mkdir()
    (config.data_dir / "platform.json").write_text(content)
    with pytest.raises(SystemExit, match=r"platform\.json is geen bestand van dit demoplatform"):
        Platform(config)


def test_a_platform_can_start_without_any_tool():
    platform = Platform(PlatformConfig("http://127.0.0.1:8100", "http://127.0.0.1:8000", client_id=""))
    assert platform.store.state.tools == {}
    assert platform.store.state.activities == {}


def test_the_class_has_28_pupils_of_whom_two_share_a_name():
    school = load_school()
    pupils = [school.people[key] for key, role in school.members[2].items() if role is Role.PUPIL]
    daans = [pupil for pupil in pupils if pupil.name == "Daan Jansen"]
    assert len(pupils) == 28
    assert len({(pupil.number, pupil.email) for pupil in daans}) == len(daans) == 2


def test_the_cluster_mixes_two_classes():
    school = load_school()
    pupils = [key for key, role in school.members[5].items() if role is Role.PUPIL]
    assert len(set(pupils) & school.members[2].keys()) == 9
    assert len(pupils) == 17


def test_every_user_name_and_number_is_one_persons_own():
    people = load_school().people.values()
    assert len({person.username for person in people}) == len(people) == 44
    assert all(person.email.endswith(".example") for person in people)
