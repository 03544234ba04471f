from asnkarier.core.reports.articles import together


def test_what_articles_have_in_common_stands_once() -> None:
    of_107 = "PP 11/2017 jo. PP 17/2020 Ps 107 huruf c angka"
    said = together([f"{of_107} 1", "PP 94/2021", f"{of_107} 5 (rekam jejak; praktik)", f"{of_107} 1", f"{of_107} 6"])
    assert said == f"{of_107} 1, 5 (rekam jejak; praktik), 6; PP 94/2021"


def test_articles_of_different_laws_stay_apart() -> None:
    assert together(["UU 20/2023 Ps 5", "UU 20/2023 Ps 6", "PP 49/2018 Ps 5"]) == "UU 20/2023 Ps 5, 6; PP 49/2018 Ps 5"
    assert together([]) == ""
