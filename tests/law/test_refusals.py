"""What a rule file is refused for: code, file and key."""

from collections.abc import Callable

import pytest

from asnkarier.core.errors import RuleError
from asnkarier.law.load import AddedRule, Lawbook, regulations
from tests.law.conftest import text_of

Refusal = Callable[[str, str, str], RuleError]

PREDICATE_2011 = '{ name = "baik", from = 76, below = 91 }'


@pytest.mark.parametrize(
    ("topic", "old", "new", "code", "key"),
    [
        ("predicate", 'topic = "predicate"', 'topic = "predikat"', "rule_unknown_value", "topic"),
        ("importance", "mutlak = 3", "mutlak = 1", "rule_not_falling", "version[1].value.weights"),
        ("importance", "mutlak = 3, ", "", "rule_not_covered", "version[1].value.weights"),
        ("mentoring", "same_agency = 0.25", "same_agency = true", "rule_wrong_type", "version[1].value.same_agency"),
        ("predicate", 'topic = "predicate"', 'topic = "positions"', "rule_unknown_value", "topic"),
        ("predicate", 'topic = "predicate"\n', "", "rule_missing_key", "topic"),
        ("predicate", "title =", "titel =", "rule_unknown_key", "titel"),
        ("predicate", 'law = "PP 46/2011"\n', "", "rule_missing_citation", "version[1].law"),
        ("predicate", 'law = "PP 46/2011"', 'law = " "', "rule_missing_citation", "version[1].law"),
        ("predicate", "checked_on = 2026-11-21\n", "", "rule_missing_citation", "version[1].checked_on"),
        ("predicate", "checked_on = 2026-11-21", 'checked_on = "2026"', "rule_wrong_type", "version[1].checked_on"),
        (
            "predicate",
            "checked_on = 2026-11-21",
            "checked_on = 2026-11-21T10:00:00",
            "rule_wrong_type",
            "version[1].checked_on",
        ),
        ("predicate", 'confidence = "high"', 'confidence = "sure"', "rule_unknown_value", "version[1].confidence"),
        (
            "predicate",
            'confidence = "high"',
            'confidence = "high"\nrating = 1',
            "rule_unknown_key",
            "version[1].rating",
        ),
        ("predicate", "in_force_since = 2021-01-01", "in_force_since = 2014-01-01", "rule_two_in_force", "version"),
        (
            "predicate",
            "in_force_since = 2014-01-01",
            "in_force_since = 2014-01-01\nin_force_until = 2021-01-01",
            "rule_two_in_force",
            "version",
        ),
        (
            "predicate",
            "in_force_since = 2022-01-01",
            "in_force_since = 2022-01-01\nin_force_until = 2021-12-31",
            "rule_ends_before_start",
            "version",
        ),
        (
            "predicate",
            PREDICATE_2011,
            '{ name = "baik", from = 77, below = 91 }',
            "rule_bands_hole",
            "version[1].value.bands",
        ),
        (
            "predicate",
            PREDICATE_2011,
            '{ name = "baik", from = 76, to = 91 }',
            "rule_bands_hole",
            "version[1].value.bands",
        ),
        (
            "predicate",
            PREDICATE_2011,
            '{ name = "baik", from = 76, above = 76, below = 91 }',
            "rule_keys_exclude",
            "version[1].value.bands[2]",
        ),
        (
            "predicate",
            '{ name = "buruk", below = 51 }',
            '{ name = "buruk", from = 1, below = 51 }',
            "rule_bands_end",
            "version[1].value.bands",
        ),
        ("predicate", "from = 110, to = 120", "from = 110, to = 119", "rule_bands_end", "version[2].value.highest"),
        (
            "predicate",
            '{ work_result = "above", behaviour = "below", predicate = "kurang" },',
            "",
            "rule_not_covered",
            "version[3].value.cells",
        ),
        (
            "predicate",
            'behaviour = "above", predicate = "sangat_baik"',
            'behaviour = "meets", predicate = "sangat_baik"',
            "rule_twice",
            "version[3].value.cells",
        ),
        ("predicate", 'method = "matrix"', 'method = "dice"', "rule_unknown_value", "version[3].value.method"),
        ("predicate", 'method = "matrix"\n', "", "rule_missing_key", "version[3].value.method"),
        (
            "distribution",
            'istimewa = [{ predicates = ["sangat_baik"], at_most = 70 }]\n',
            "",
            "rule_not_covered",
            "version[1].value.limits",
        ),
        ("competency", "jpt_utama = 5\n", "", "rule_not_covered", "version[1].value.default_levels"),
        (
            "competency",
            "jf_pemula = 1\n",
            "jf_pemula = 6\n",
            "rule_unknown_value",
            "version[1].value.default_levels.jf_pemula",
        ),
        (
            "competency",
            '"default_levels.jf_pemula" = "low"',
            '"default_levels.jf_pemulu" = "low"',
            "rule_unknown_key",
            'version[1].confidence_of."default_levels.jf_pemulu"',
        ),
        ("assessment", "from = 78, below = 90", "from = 79, below = 90", "rule_bands_hole", "version[1].value.mapping"),
        (
            "positions",
            "jf_ahli_madya = 3",
            "jf_ahli_madya = 4",
            "rule_not_level",
            "version[1].value.joined.jf_ahli_madya",
        ),
        ("positions", 'word = "mahir"', 'word = "lanjutan"', "rule_hidden", "version[1].value.names[8]"),
        ("jpt_pratama", "years = 56", "years = 56.5", "rule_wrong_type", "version[1].value.requirements[7].years"),
        ("jpt_pratama", 'rule = "age"', 'rule = "ages"', "rule_unknown_value", "version[1].value.requirements[7].rule"),
        ("jpt_pratama", 'check = "age"', 'check = "status"', "rule_twice", "version[1].value.requirements"),
        (
            "jpt_pratama",
            'article = "PP 11/2017 jo. PP 17/2020 Ps 107 huruf c angka 1"',
            'article = ""',
            "rule_missing_citation",
            "version[1].value.requirements[2].article",
        ),
        ("pengawas", 'kinds = ["pengawas"]', 'kinds = ["administrator"]', "rule_of_another", "version[1].value.kinds"),
        (
            "pengawas",
            'kinds = ["pengawas"]',
            'kinds = ["pengawas", "administrator"]',
            "rule_of_another",
            "version[1].value.kinds",
        ),
        ("pengawas", 'own_law = ""', 'own_law = "camat"', "rule_of_another", "version[1].value.own_law"),
        ("jabatan_fungsional", '"jf_mahir", ', "", "rule_of_another", "version[1].value.kinds"),
        ("camat", 'own_law = "camat"', 'own_law = "guru"', "rule_of_another", "version[1].value.own_law"),
        ("credit", "sangat_kurang = 25", "buruk = 25", "rule_unknown_value", "version[1].value.multipliers.buruk"),
        ("credit", ", sangat_kurang = 25", "", "rule_not_covered", "version[1].value.multipliers"),
        ("ip_asn", "qualification = 25", "qualification = 24", "rule_weights_sum", "version[1].value.highest"),
        ("ip_asn", "technical = 22.5", "technical = 22", "rule_track_sum", "version[1].value.tracks[3]"),
        ("ip_asn", "above = 80, to = 90", "from = 80, to = 90", "rule_bands_hole", "version[1].value.categories"),
        ("rank_dates", "[4, 10]", "[4, 13]", "rule_out_of_order", "version[1].value.months"),
        (
            "rank_promotion",
            'D-III = "III/c"',
            'D-III = "III/a"',
            "rule_not_rising",
            "version[1].value.regular.ceiling",
        ),
        ("training", "mix = [70, 20, 10]", "mix = [70, 20, 9]", "rule_weights_sum", "version[1].value.mix"),
        (
            "talent",
            "succession_group = [7, 8, 9]",
            "succession_group = [7, 8, 10]",
            "rule_not_covered",
            "version[1].value.succession_group",
        ),
        ("selection", "at_most = 35", "at_most = 30", "rule_weights_sum", "version[1].value.stages"),
        ("discipline", 'words = ["lisan"]', 'words = ["tutur"]', "rule_hidden", "version[1].value.sanctions[1]"),
    ],
)
def test_refused(topic: str, old: str, new: str, code: str, key: str, refusal: Refusal) -> None:
    error = refusal(topic, old, new)
    assert (error.code, error.values["key"]) == (code, key)
    assert error.exit_code == 3


def test_a_rule_added_by_the_institution_follows_the_built_in_ones() -> None:
    text = text_of("rank_dates")
    head, *records = text.split("[[version]]")
    newer = head + "[[version]]" + records[0].replace("2000-11-17", "2027-01-01").replace("[4, 10]", "[1, 7]")
    regulation = Lawbook([AddedRule("kota.toml", newer)]).rank_dates
    assert regulation.versions[-1].value.months == (1, 7)
    assert [version.added for version in regulation.versions] == [False, False, False, True]
    assert regulations().rank_dates.versions == regulation.versions[:-1]


def test_an_added_rule_never_replaces_a_built_in_one() -> None:
    text = text_of("rank_dates")
    with pytest.raises(RuleError) as caught:
        Lawbook([AddedRule("kota.toml", text)]).topic("rank_dates")
    assert caught.value.code == "rule_day_taken"


def test_an_unknown_topic_names_the_nearest() -> None:
    with pytest.raises(RuleError) as caught:
        regulations().topic("predikat")
    assert (caught.value.code, caught.value.values["near"]) == ("rule_unknown_topic", "predicate")


def test_an_added_record_names_its_own_file_and_the_day_that_is_taken() -> None:
    text = text_of("pay_step").replace('law = "PP 7/1977"', 'law = "Perda 1/2026"')
    with pytest.raises(RuleError) as error:
        Lawbook([AddedRule("aturan-kami.toml", text)]).topic("pay_step")
    assert error.value.code == "rule_day_taken"
    assert (error.value.values["file"], error.value.values["key"]) == ("aturan-kami.toml", "in_force_since")
    later = text.replace("in_force_since = 1977-03-11", "in_force_since = 1977-03-12")
    assert len(Lawbook([AddedRule("aturan-kami.toml", later)]).topic("pay_step").versions) == 2


@pytest.mark.parametrize(("value", "shown"), [('"20"', '"20"'), ("true", "true"), ("nan", "NaN")])
def test_a_value_of_another_type_is_shown_as_it_is_written(value: str, shown: str) -> None:
    text = text_of("ip_asn").replace("technical_jp = 20", f"technical_jp = {value}").replace("2019-01-01", "2030-01-01")
    with pytest.raises(RuleError) as error:
        Lawbook([AddedRule("x.toml", text)]).topic("ip_asn")
    assert (error.value.code, error.value.values["value"]) == ("rule_wrong_type", shown)
