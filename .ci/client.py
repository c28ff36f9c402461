"""Asks a running `attendu serve` everything through a client that a generator made from
docs/openapi.yaml: python3 client.py URL, with the package attendu_client in the path. The
library is that of the demo."""

import sys

from attendu_client import Client
from attendu_client.api.default import (
    case_history, cited_by, facets, get_article, get_decision, neighbours, path, search, stats, verify, verify_text)
from attendu_client.models import Problem, VerifyText

client = Client(base_url=sys.argv[1])
asked = 0


def ask(operation, **parameters):
    """Asks one question, and wants an answer that says what it leaves out."""
    global asked
    asked += 1
    answer = operation.sync(client=client, **parameters)
    assert answer is not None and not isinstance(answer, Problem), answer
    assert isinstance(answer.left_out.complete, bool), answer
    return answer


held = ask(stats)
assert held.decisions == 22, held.decisions

hits, after = [], ""
while True:
    page = ask(search, q="facture", limit=2, after=after)
    hits += page.hits
    after = page.next_
    if not after:
        break
assert len(hits) == page.total == len({h.node for h in hits}) > 2, (len(hits), page.total)

for hit in hits:
    decision = ask(get_decision, key=hit.key)
    assert decision.key == hit.key and decision.text, hit.key
    for zone in decision.zones:
        assert 0 <= zone.start <= zone.end <= len(decision.text.encode()), zone

article = ask(get_article, reference="code-civil/1382", at="2016-09-30").articles[0]
assert article.version == "before:2016-10-01" and article.total > 0, article.version

citing = ask(cited_by, ref="C. civ. 1240", limit=100)
assert citing.total == len(citing.citing) > 0
for decision in citing.citing:
    for mention in decision.mentions:
        assert mention.text and mention.rule, mention

case = ask(case_history, ref="18-29.417")
assert [step.key for step in case.history if step.self_] == ["cass/18-29417"], case.history
assert ask(facets, q="facture", by=["court"]).facets[0].counts
assert ask(neighbours, ref="cass/18-29417").neighbours
assert ask(path, from_="cass/18-29417", to="code-civil/1240").path

right = ask(verify, text="Cass. 1re civ., 13 novembre 2019, n° 18-29.417").citations
assert right[0].key == "cass/18-29417" and right[0].decision.held, right
asked += 1
text = verify_text.sync(client=client, body=VerifyText(text="Vu l'article 1382 du code civil"))
assert text.citations[0].key == "code-civil/1382", text

missing = get_decision.sync(client=client, key="cass/99-99999")
assert isinstance(missing, Problem) and missing.status == 404 and missing.code == "not_found", missing
wrong = search.sync(client=client, q="(mot")
assert isinstance(wrong, Problem) and wrong.status == 400 and "^" in wrong.pointer, wrong
print(f"a generated client asked {asked} questions, and read every answer")
