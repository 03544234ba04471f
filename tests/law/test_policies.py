from collections.abc import Callable
from pathlib import Path

import pytest

from asnkarier.core.errors import RuleError
from asnkarier.core.numbers import SCALE
from asnkarier.core.policy import MEASURES
from asnkarier.law.policy_load import built_in, fingerprint, from_text, policy, policy_text
from asnkarier.law.policy_write import export
from asnkarier.views.language import saying
from asnkarier.views.messages import said
from tests.terminal import asnkarier

CITIES = ("langsa", "lhokseumawe", "plaju", "salatiga", "tebing-tinggi")


def percent(weights: "dict[str, int]") -> dict[str, float]:
    return {name: weight / SCALE for name, weight in weights.items()}


def test_the_general_policy_comes_first() -> None:
    assert built_in() == ("umum", "kepka-bkn-411-2025", *CITIES)


@pytest.mark.parametrize("name", built_in())
def test_every_policy_is_whole(name: str) -> None:
    chosen = policy(name)
    assert chosen.name == name
    assert sum(chosen.performance.weights.values()) == 100 * SCALE
    assert sum(chosen.potential.weights.values()) == 100 * SCALE
    assert chosen.talent_performance + chosen.talent_potential == 100 * SCALE
    for component in chosen.components.values():
        assert component.measure in MEASURES
        assert set(component.names) == set(MEASURES[component.measure].names)
    assert chosen.confidence == ("medium" if name not in CITIES else "illustrative")


@pytest.mark.parametrize("name", built_in())
def test_an_exported_policy_loads_back_equal(name: str) -> None:
    text = export(policy(name), {"performance.bands": "first line\nsecond line", "components.*.years": "any"})
    assert "# first line\n# second line\nbands = [" in text
    assert from_text(text, "exported.toml") == policy(name)


def test_numbers_with_decimals_survive_the_round_trip() -> None:
    text = (
        policy_text("umum").replace("bands = [60, 80]", "bands = [60.5, 80.25]").replace("0 = 60", '0 = 60\n"2.5" = 70')
    )
    chosen = from_text(text, "x.toml")
    # 60.5 × 10 000 = 605 000; 2.5 years × 10 000 = 25 000
    assert chosen.potential.middle_from == 605_000
    assert chosen.components["experience"].steps[2] == (25_000, 700_000)
    assert from_text(export(chosen), "y.toml") == chosen


@pytest.mark.parametrize(
    ("name", "performance", "potential", "talent"),
    [
        (
            "umum",
            {"predicate": 100},
            {"competency": 65, "education": 5, "field_of_study": 5, "training": 5, "experience": 5, "discipline": 15},
            50,
        ),
        (
            "kepka-bkn-411-2025",
            {"predicate": 60, "awards": 15, "assignments": 15, "feedback": 10},
            {
                "competency": 20,
                "development": 10,
                "experience": 10,
                "potential": 25,
                "education": 10,
                "field_of_study": 10,
                "integrity": 15,
            },
            50,
        ),
        (
            "lhokseumawe",
            {"predicate": 80, "team_results": 20},
            {"competency": 50, "training": 15, "experience": 15, "education": 10, "discipline": 10},
            50,
        ),
        (
            "tebing-tinggi",
            {"work_result": 60, "behaviour": 40},
            {"competency": 75, "training": 15, "discipline": 10},
            35,
        ),
        (
            "langsa",
            {"predicate": 50, "targets": 30, "consistency": 20},
            {"competency": 45, "training": 15, "experience": 15, "assignments": 15, "discipline": 10},
            60,
        ),
        (
            "salatiga",
            {"work_result": 50, "behaviour": 30, "discipline": 20},
            {"competency": 60, "training": 20, "education": 10, "leadership_training": 10},
            50,
        ),
        (
            "plaju",
            {"predicate": 80, "feedback": 20},
            {"competency": 50, "training": 20, "plan_progress": 15, "mentoring": 5, "discipline": 10},
            50,
        ),
    ],
)
def test_weights(name: str, performance: dict[str, int], potential: dict[str, int], talent: int) -> None:
    chosen = policy(name)
    assert percent(dict(chosen.performance.weights)) == performance
    assert percent(dict(chosen.potential.weights)) == potential
    assert chosen.talent_performance == talent * SCALE


@pytest.mark.parametrize("name", ["umum", *CITIES])
def test_bands_and_ceiling_of_umum_and_the_cities(name: str) -> None:
    chosen = policy(name)
    assert (chosen.performance.middle_from, chosen.performance.high_from) == (70 * SCALE, 90 * SCALE)
    assert (chosen.potential.middle_from, chosen.potential.high_from) == (60 * SCALE, 80 * SCALE)
    assert chosen.ceiling == ("butuh_perbaikan", "kurang", "sangat_kurang")


def test_bands_of_the_kepka() -> None:
    assert policy("kepka-bkn-411-2025").performance[:2] == (60 * SCALE, 80 * SCALE)
    assert policy("kepka-bkn-411-2025").potential[:2] == (60 * SCALE, 80 * SCALE)


@pytest.mark.parametrize(
    ("component", "value", "points"),
    [
        ("training", 19.9999, 50),  # under 20 JP
        ("training", 20, 100),
        ("experience", 1.9999, 60),
        ("experience", 2, 80),
        ("experience", 4.9999, 80),
        ("experience", 5, 100),
        ("competency", 67.5, 67.5),  # direct: JPM is its own points
        ("competency", 112.3, 100),  # capped
        ("competency", 0, 0),
    ],
)
def test_numeric_ladders_of_umum(component: str, value: float, points: float) -> None:
    assert policy("umum").components[component].points(round(value * SCALE)) == points * SCALE


@pytest.mark.parametrize(
    ("component", "points"),
    [
        ("predicate", {"sangat_baik": 100, "baik": 80, "butuh_perbaikan": 60, "kurang": 40, "sangat_kurang": 20}),
        ("discipline", {"none": 100, "ringan": 75, "sedang": 50, "berat": 25, "served": 0}),
        ("field_of_study", {"match": 100, "other": 50}),
        ("education", {"S3": 100, "S2": 90, "S1": 80, "D-IV": 80, "D-III": 70, "SLTA": 60}),
    ],
)
def test_named_ladders_of_umum(component: str, points: dict[str, int]) -> None:
    chosen = policy("umum").components[component]
    assert {name: chosen.points_named(name) / SCALE for name in points} == points


def test_a_component_without_data_spans_its_ladder() -> None:
    components = policy("umum").components
    assert (components["predicate"].at_least, components["predicate"].cap) == (20 * SCALE, 100 * SCALE)
    assert (components["competency"].at_least, components["competency"].cap) == (0, 100 * SCALE)


def test_technical_shares() -> None:
    shares = {kind: (s.talent // SCALE, s.technical // SCALE) for kind, s in policy("umum").technical.items()}
    assert shares == {"jpt_madya": (80, 20), "jpt_pratama": (70, 30), "administrator": (60, 40), "pengawas": (50, 50)}


def test_related_families_read_both_ways() -> None:
    text = policy_text("langsa") + '\n[families]\nkeuangan = ["perencanaan"]\n'
    chosen = from_text(text, "x.toml")
    assert chosen.related("keuangan", "perencanaan")
    assert chosen.related("perencanaan", "keuangan")
    assert chosen.related("hukum", "hukum")
    assert not chosen.related("keuangan", "hukum")


def test_a_file_takes_every_table_it_leaves_out_from_its_base(tmp_path: Path) -> None:
    path = tmp_path / "kota.toml"
    path.write_text(
        'name = "kota"\nbasis = "Keputusan Wali Kota 1/2026"\nconfidence = "high"\n[eligibility]\nminimum_jpm = 70\n',
        encoding="utf-8",
    )
    chosen, base = policy(str(path)), policy("umum")
    assert chosen.eligibility.minimum_jpm == 70 * SCALE
    assert chosen.eligibility == base.eligibility._replace(minimum_jpm=chosen.eligibility.minimum_jpm)
    assert (chosen.base, chosen.components) == ("umum", base.components)


def test_weights_replace_the_bases_weights_whole() -> None:
    chosen = from_text('name="x"\nbasis="y"\nconfidence="high"\n[potential.weights]\ncompetency = 100\n', "x.toml")
    assert list(chosen.potential.weights) == ["competency"]


def test_the_hash_sees_every_number_and_no_layout() -> None:
    text = policy_text("umum")
    same = from_text("# a comment\n" + text, "x.toml")
    other = from_text(text.replace("minimum_jpm = 68", "minimum_jpm = 69"), "x.toml")
    assert fingerprint(same) == fingerprint(policy("umum"))
    assert fingerprint(other) != fingerprint(policy("umum"))


@pytest.fixture
def refusal() -> Callable[[str, str], RuleError]:
    def refused(old: str, new: str) -> RuleError:
        text = policy_text("umum")
        assert old in text
        with pytest.raises(RuleError) as caught:
            from_text(text.replace(old, new, 1), "kota.toml")
        assert caught.value.values["file"] == "kota.toml"
        assert caught.value.exit_code == 3
        return caught.value

    return refused


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("minimum_jpm = 68", "minimum_jmp = 68", "rule_unknown_key", "eligibility.minimum_jmp"),
        ("[pool]", "[pols]", "rule_unknown_key", "pols"),
        ("[technical.pengawas]", "[technical.kepala]", "rule_unknown_key", "technical.kepala"),
        ("minimum_jpm = 68", "", "rule_missing_key", "eligibility.minimum_jpm"),
        ("minimum_jpm = 68", 'minimum_jpm = "68"', "rule_wrong_type", "eligibility.minimum_jpm"),
        ("minimum_jpm = 68", "minimum_jpm = 168", "policy_range", "eligibility.minimum_jpm"),
        ("minimum_jpm = 68", "minimum_jpm = nan", "rule_wrong_type", "eligibility.minimum_jpm"),
        ("minimum_jpm = 68", "minimum_jpm = 68.00001", "rule_wrong_type", "eligibility.minimum_jpm"),
        ("competency = 65", "competency = 64", "rule_weights_sum", "potential.weights"),
        ("competency = 65", "competency = 65.5", "rule_weights_sum", "potential.weights"),
        ("competency = 65", "competency = -65", "policy_weight", "potential.weights.competency"),
        ("predicate = 100", "predikat = 100", "policy_component_undefined", "performance.weights.predikat"),
        ("education = 5\nfield_of_study = 5", "field_of_study = 10", "policy_component_unused", "components.education"),
        ("talent = 80", "talent = 81", "rule_weights_sum", "technical.jpt_madya"),
        ("makalah = 20", "makalah = 19", "rule_weights_sum", "selection.weights"),
        ("rekam_jejak = 20", "rekam_jejka = 20", "rule_unknown_key", "selection.weights.rekam_jejka"),
        ("rekam_jejak = 20", "tinju = 20", "rule_unknown_key", "selection.weights.tinju"),
        ('kinds = ["PNS", "PPPK"]', "kinds = []", "policy_nobody_measured", "ip_asn.kinds"),
        ("bands = [70, 90]", "bands = [90, 70]", "rule_out_of_order", "performance.bands"),
        ("bands = [70, 90]", "bands = [70]", "rule_wrong_length", "performance.bands"),
        ("Baik = 80\n", "", "rule_not_covered", "components.predicate.ladder"),
        ("Baik = 80", "Bagus = 80", "rule_unknown_value", "components.predicate.ladder.Bagus"),
        ("Baik = 80", "Baik = 180", "policy_points", "components.predicate.ladder.Baik"),
        ("0 = 50\n20 = 100", "5 = 50\n20 = 100", "rule_not_covered", "components.training.ladder"),
        ("0 = 50\n20 = 100", "0 = 50\nbanyak = 100", "rule_wrong_type", "components.training.ladder.banyak"),
        ('measure = "competency"', 'measure = "charm"', "rule_unknown_value", "components.competency.measure"),
        ('scale = "direct"', 'scale = "direct"\nladder = {0 = 1}', "rule_keys_exclude", "components.competency"),
        ('join = "mean"', 'join = "median"', "rule_unknown_value", "components.predicate.join"),
        ("competency = 65", "competency = 1e999999999", "rule_wrong_type", "potential.weights.competency"),
        ("years = 2", "years = 0", "policy_range", "components.predicate.years"),
        ('grace_until = "03-31"', 'grace_until = "02-30"', "policy_day", "eligibility.grace_until"),
        ("boxes = [7, 8, 9]", "boxes = [7, 8, 10]", "rule_unknown_value", "eligibility.boxes[3]"),
        ('rank = "warn"', 'rank = "maybe"', "rule_unknown_value", "eligibility.rank"),
        ('kinds = ["PNS", "PPPK"]', 'kinds = ["PNS", "TNI"]', "rule_unknown_value", "ip_asn.kinds[2]"),
        (
            'predicates = ["Butuh Perbaikan",',
            'predicates = ["Cukup",',
            "rule_unknown_value",
            "performance.ceiling.predicates[1]",
        ),
        ('basis = "', 'basis = ""\n# "', "rule_missing_citation", "basis"),
        ('confidence = "medium"', 'base = "kota"\nconfidence = "medium"', "rule_unknown_value", "base"),
    ],
)
def test_what_a_policy_file_is_refused_for(
    old: str, new: str, code: str, key: str, refusal: Callable[[str, str], RuleError]
) -> None:
    error = refusal(old, new)
    assert (error.code, error.values["key"]) == (code, key)


def test_the_sum_of_the_weights_is_named(refusal: Callable[[str, str], RuleError]) -> None:
    # 64 + 5 + 5 + 5 + 5 + 15 = 99
    assert refusal("competency = 65", "competency = 64").values["sum"] == "99"


def test_the_nearest_key_is_named(refusal: Callable[[str, str], RuleError]) -> None:
    assert refusal("minimum_jpm = 68", "minimum_jmp = 68").values["near"] == "minimum_jpm"


def test_unknown_policies_and_files() -> None:
    with pytest.raises(RuleError) as caught:
        policy("lhoksumawe")
    assert (caught.value.code, caught.value.values["near"]) == ("policy_unknown", "lhokseumawe")
    with pytest.raises(RuleError) as caught:
        policy("no/such.toml")
    assert (caught.value.code, caught.value.values["file"]) == ("rule_unreadable", "no/such.toml")
    with pytest.raises(RuleError) as caught:
        from_text("name = ", "x.toml")
    assert caught.value.code == "rule_not_toml"
    with pytest.raises(RuleError) as caught:
        from_text("a = " + "[" * 5000, "x.toml")
    assert caught.value.code == "rule_not_toml"
    with pytest.raises(RuleError) as caught:
        from_text("a = " + "9" * 5000, "x.toml")
    assert caught.value.code == "rule_not_toml"
    with pytest.raises(RuleError) as caught:
        from_text('name = "kami"\n[talent]\nperformance = 50\nperformance = 40\n', "x.toml")
    assert (caught.value.code, caught.value.values["written"]) == ("rule_not_toml", "performance = 40")


@pytest.mark.parametrize(
    ("text", "place", "english", "indonesian"),
    [
        ('a = 1\nb = "x\n', (2, 7), "a text does not end with its quotation mark", "teks tidak ditutup tanda petiknya"),
        ("a = 1\na = 2\n", (2, 6), "a key or a table stands twice", "kunci atau tabel tertulis dua kali"),
        ("a\n", (1, 2), "a key is not followed by = and a value", "kunci tidak diikuti = dan nilai"),
        ("a = 2026-13-01\n", (1, 9), "after a value something follows that does not belong to it", "setelah nilai ada"),
        ("a = [1\n", (1, 7), "a bracket is not closed", "kurung tidak ditutup"),
        ("a = ja\n", (1, 5), "what stands after = is no value", "yang tertulis setelah = bukan nilai"),
        ('a = "\\q"\n', (1, 8), "a backslash in a text", "garis miring terbalik"),
        ("= 3\n", (1, 1), "no key begins where one is expected", "tidak ada kunci"),
        ("a = " + "[" * 5000, (None, None), "too many brackets", "terlalu banyak kurung"),
        ("a = " + "9" * 5000, (None, None), "a number has too many digits", "angka terlalu panjang"),
    ],
)
def test_what_is_no_toml_is_said_in_both_languages_with_line_and_column(
    text: str, place: tuple[int | None, int | None], english: str, indonesian: str
) -> None:
    with pytest.raises(RuleError) as caught:
        from_text(text, "x.toml")
    error = caught.value
    assert (error.values["line"], error.values["column"]) == place
    for language, words, where in (("en", english, "line {}, column {}"), ("id", indonesian, "baris {}, kolom {}")):
        with saying(language):
            message, _remedy = said(error.code, error.values)
        assert words in message
        assert (where.format(*place) in message) is (place != (None, None))
        assert "Expected" not in message


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "kami.toml"
    path.write_bytes('name = "kami"\nbasis = "Keputusan Wali Kota é"\n'.encode("latin-1"))
    with pytest.raises(RuleError) as caught:
        policy(str(path))
    assert (caught.value.code, caught.value.values["line"]) == ("rule_not_utf8", 2)


def test_a_file_is_checked_beside_a_database_as_well(tmp_path: Path) -> None:
    path = tmp_path / "kami.toml"
    path.write_text(policy_text("umum").replace("competency = 65", "competency = 64"), encoding="utf-8")
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db).code == 0
    said = asnkarier("policy", "check", path, "--db", db, "--format", "json")
    assert (said.code, '"code": "rule_weights_sum"' in said.out) == (3, True)
    # As everywhere, a database that is named and is not there is a slip.
    assert asnkarier("policy", "check", path, "--db", tmp_path / "none.sqlite").code == 4
    assert not (tmp_path / "none.sqlite").exists()


def test_a_file_does_not_pass_for_a_built_in_policy(tmp_path: Path) -> None:
    exported = tmp_path / "umum.toml"
    exported.write_text(policy_text("umum"), encoding="utf-8")
    assert policy(str(exported)) == policy("umum")
    assert asnkarier("policy", "check", exported).code == 0
    exported.write_text(policy_text("umum").replace("minimum_jpm = 68", "minimum_jpm = 69"), encoding="utf-8")
    with pytest.raises(RuleError) as error:
        policy(str(exported))
    assert error.value.code == "policy_name_taken"
    assert asnkarier("policy", "check", exported).code == 3


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("boxes = [7, 8, 9]", "boxes = []", "rule_not_covered"),
        ("boxes = [7, 8, 9]", "boxes = [7, 7, 9]", "rule_twice"),
        ("boxes = [7, 8, 9]", "boxes = [9]", None),
        ('name = "umum"', 'name = "../../etc/x"', "policy_name"),
        ('name = "umum"', 'name = "kota\\u001b[31m"', "policy_name"),
        ('name = "umum"', 'name = "kota contoh-2026_v1.2"', None),
    ],
)
def test_what_makes_no_policy(old: str, new: str, code: str | None) -> None:
    text = policy_text("umum")
    assert old in text
    text = text.replace(old, new, 1)
    if "base" not in text.split("[")[0] and 'name = "umum"' not in text:
        text = text.replace("confidence =", 'base = "umum"\nconfidence =', 1)
    if code is None:
        from_text(text, "kota.toml")
        return
    with pytest.raises(RuleError) as error:
        from_text(text, "kota.toml")
    assert error.value.code == code


@pytest.mark.parametrize(("least", "refused"), [(40, False), (41, True)])
def test_no_step_lies_below_the_least_points(least: int, refused: bool) -> None:
    # Education goes from 40 for SD to 100 for S3.
    text = f'name="kota"\nbasis="y"\nconfidence="high"\n[components.education]\nat_least = {least}\n'
    if not refused:
        assert from_text(text, "kota.toml").components["education"].at_least == least * 10_000
        return
    with pytest.raises(RuleError) as error:
        from_text(text, "kota.toml")
    assert error.value.code == "policy_ladder_below"
