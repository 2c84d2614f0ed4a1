"""How people ask: question words with the kind of limit they ask for, words that carry no meaning in a query."""

from __future__ import annotations


def _words(listed: str) -> list[str]:
    return listed.split("、")


ASKED: dict[tuple[str, ...], list[str]] = {
    ("time",): _words(
        "how many days、how many working days、how many hours、how many minutes、how long、how soon、"
        "time limit、几天、多少天、几日、几个工作日、多少个工作日、几小时、几个小时、多少小时、几分钟、"
        "多少分钟、什么时候、何时、几个月、多少个月、几年、多少年、多长时间、多快"
    ),
    ("time", "often"): _words(
        "how often、how many times、多久、隔多久、多久一次、每隔多久、几年一次、几天一次、几个月一次、几次、多少次、几遍、多少遍"
    ),
    ("length",): _words(
        "how far、how close、how wide、how high、how deep、distance、几米、多少米、多远、多宽、多高、多深、"
        "多长、多粗、几毫米、多少毫米、几厘米"
    ),
    ("money",): _words("多少钱、几元、多少元、几块钱"),
    ("ratio",): _words("百分之几、百分之多少、比例是多少"),
    ("persons",): _words("几个人、几人、多少人、多少个人"),
    ("count",): _words("几位、多少位、几级"),
    ("count", "time", "length", "ratio", "money", "persons", "often"): _words("几个、多少个、多少"),
}
QUESTIONS = {word: kinds for kinds, words in ASKED.items() for word in words}
"""Question word to the kinds of limit it asks for (`documents.DIMENSIONS`)."""

FILLERS = _words(
    "怎么办、怎么处理、如何处理、怎么做、怎么弄、怎么样、怎样、怎么、如何、什么样、什么、哪些、哪个、"
    "哪里、是不是、能不能、可不可以、可以不可以、行不行、要不要、有没有、会不会、该不该、应该、应当、"
    "需要、可以、能否、是否、请问、一下、的时候、时候、如果、的话、为什么、干什么的、是干什么、先做、"
    "先干、吗、呢、吧、啊、呀、么"
)

STOP_WORDS = frozenset(
    _words(
        "a、an、and、are、as、at、be、before、by、can、do、does、for、from、has、have、how、i、if、in、is、"
        "it、may、must、of、on、or、should、that、the、to、was、what、when、where、which、who、why、will、"
        "with、after、often、many、much、long、days、day"
    )
)
