"""Reads an export with DuckDB, pandas, rdflib, networkx and three readers of citations,
and compares counts and values with the answers of attendu: check.py FOLDER."""

import hashlib
import json
import os
import sys

work = sys.argv[1]
export = os.path.join(work, "export")
compared, wrong = 0, []


def answer(name):
    with open(os.path.join(work, name), encoding="utf-8") as f:
        return json.load(f)


def path(name):
    return os.path.join(export, name)


def same(what, got, want):
    global compared
    compared += 1
    if got != want:
        wrong.append(f"{what}: read {got!r}, attendu has {want!r}")


stats, held = answer("stats.json"), {h["node"]: h for h in answer("all.json")["hits"]}
cpc700 = {h["node"] for h in answer("cpc700.json")["hits"]}
civ1240 = {h["node"] for h in answer("civ1240.json")["hits"]}
TABLES = ["decisions", "citations", "parties", "holdings", "history", "provisions", "renumberings"]


def manifest():
    files = answer("export/manifest.json")["files"]
    for f in files:
        with open(path(f["path"]), "rb") as b:
            same(f["path"] + ": SHA-256", hashlib.sha256(b.read()).hexdigest(), f["sha256"])
    return {f["path"]: f["rows"] for f in files}


def duckdb_reads(rows):
    import duckdb

    db = duckdb.connect()
    read = {
        ".parquet": "read_parquet('{}')",
        ".csv": "read_csv('{}', sample_size=-1)",
        ".excel.csv": "read_csv('{}', delim=';', decimal_separator=',', sample_size=-1)",
        ".jsonl": "read_json('{}', format='newline_delimited', sample_size=-1)",
    }
    for table in TABLES:
        whole = None
        for ext, call in read.items():
            src = call.format(path(table + ext))
            names = [c[0] for c in db.execute(f"describe select * from {src}").fetchall()]
            n = db.execute(f"select count(*) from {src}").fetchone()[0]
            same(f"DuckDB: rows of {table}{ext}", n, rows[table + ext])
            whole = whole or names
            same(f"DuckDB: columns of {table}{ext}", names, whole)
    for table in ["decisions", "citations", "parties", "holdings"]:
        n = db.execute(f"select count(*) from '{path(table)}.parquet'").fetchone()[0]
        same(f"DuckDB: {table}", n, stats[table])
    c = path("citations")
    for ext, call in read.items():
        src = call.format(c + ext)
        found = db.execute(f"select distinct decision_id from {src} where cited = 'code-de-procedure-civile/700'").fetchall()
        same(f"DuckDB: who cites CPC 700, {ext}", {r[0] for r in found}, cpc700)
        # one value of each kind, added up: the same in every format
        sums = f"select count(version), round(sum(confidence), 6), sum(\"end\" - start), count_if(under_appeal), min(decision_date)::varchar from {src}"
        same(f"DuckDB: sums, {ext}", db.execute(sums).fetchone(), db.execute(sums.replace(src, f"'{c}.parquet'")).fetchone())
    for table in TABLES:  # what is null is null in every format: JSON Lines have it beyond doubt
        columns = [c[0] for c in db.execute(f"describe select * from '{path(table)}.parquet'").fetchall()]
        filled = ", ".join(f'count("{c}")' for c in columns)
        parquet = db.execute(f"select {filled} from '{path(table)}.parquet'").fetchone()
        lines = db.execute(f"select {filled} from {read['.jsonl'].format(path(table + '.jsonl'))}").fetchone()
        same(f"DuckDB: nulls of {table}.parquet", dict(zip(columns, parquet)), dict(zip(columns, lines)))
    types = dict(r[:2] for r in db.execute(f"describe select * from '{c}.parquet'").fetchall())
    same("DuckDB: types", (types["decision_date"], types["n"], types["today_candidates"]), ("DATE", "BIGINT", "VARCHAR[]"))
    lost = f"select count(*) from '{c}.parquet' where decision_id not in (select id from '{path('decisions')}.parquet')"
    same("DuckDB: citations of no decision", db.execute(lost).fetchone()[0], 0)
    keys = db.execute(f"select count(distinct key) from '{path('provisions')}.parquet'").fetchone()[0]
    same("DuckDB: provisions", keys, stats["provisions"])
    unresolved = db.execute(f"select count(*) from '{c}.parquet' where kind = 'unresolved'").fetchone()[0]
    same("DuckDB: unresolved", unresolved, stats["unresolved_citations"])


def pandas_reads():
    import pandas as pd

    d = pd.read_parquet(path("decisions.parquet")).set_index("id")
    same("pandas: decisions", set(d.index), set(held))
    for node, h in held.items():
        row = d.loc[node]
        same(f"pandas: {node}", (row["key"], row["usual"], str(row["date"]), list(row["numbers"])),
             (h["key"], h["usual"], h["date"], h["numbers"]))
    f = pd.read_csv(path("decisions.csv"))
    same("pandas: CSV", list(f["usual"]), list(d["usual"]))
    x = pd.read_csv(path("decisions.excel.csv"), sep=";", decimal=",", encoding="utf-8-sig")
    same("pandas: CSV for Excel", list(x["usual"]), list(d["usual"]))
    same("pandas: columns", list(x.columns), ["id", *d.columns])


def rdflib_reads():
    import rdflib

    def triples(graph):
        return {t for t in graph if not str(t[0]).startswith(NS)}

    NS = "https://github.com/attendu/attendu/blob/main/docs/graph.md#"
    BASE = "https://github.com/attendu/attendu/id/"

    def quads(name, form):
        d = rdflib.Dataset()
        d.parse(path(name), format=form)
        return {(s, p, o, str(getattr(g, "identifier", g))) for s, p, o, g in d.quads()}

    nq = quads("graph.nq", "nquads")
    same("rdflib: N-Quads", len(nq), stats["quads"])
    same("rdflib: JSON-LD is N-Quads", quads("graph.jsonld", "json-ld") ^ nq, set())
    ttl = rdflib.Graph()
    ttl.parse(path("graph.ttl"), format="turtle")
    same("rdflib: Turtle is N-Quads", triples(ttl) ^ {q[:3] for q in nq}, set())
    vocabulary = rdflib.Graph()
    vocabulary.parse(path("vocabulary.ttl"), format="turtle")
    same("rdflib: vocabulary", set(vocabulary) - set(ttl), set())
    ask = """PREFIX a: <%s> SELECT DISTINCT ?d WHERE { { ?d a:cites <%scode-civil/1240> } UNION
             { ?d a:cites ?t . ?t a:text_of <%scode-civil/1240> } }""" % (NS, BASE, BASE)
    found = {str(r.d)[len(BASE):] for r in ttl.query(ask)}
    same("rdflib: SPARQL, who cites C. civ. 1240", found, civ1240)
    days = {str(s)[len(BASE):]: str(o) for s, o in ttl.subject_objects(rdflib.URIRef(NS + "date"))}
    same("rdflib: days", days, {n: h["date"] for n, h in held.items() if h["date"]})


def networkx_reads(rows):
    import networkx as nx

    gexf, graphml = nx.read_gexf(path("network.gexf")), nx.read_graphml(path("network.graphml"), force_multigraph=True)
    for name, g in (("GEXF", gexf), ("GraphML", graphml)):
        n = g.number_of_nodes() + g.number_of_edges()
        same(f"networkx: nodes and edges of {name}", n, rows["network.gexf"])
        decisions = {i for i, a in g.nodes(data=True) if a.get("held") is True}
        same(f"networkx: decisions of {name}", decisions, set(held))
        for node in decisions:
            same(f"networkx: {name}, {node}", (g.nodes[node]["label"], g.nodes[node].get("date", "")),
                 (held[node]["usual"], held[node]["date"]))
            if name == "GEXF":
                same(f"networkx: timeline, {node}", g.nodes[node].get("start", ""), held[node]["date"])
        citers = {s for s, t, a in g.edges(data=True)
                  if a["kind"] == "cites" and g.nodes[t].get("key") == "code-civil/1240"}
        same(f"networkx: {name}, who cites C. civ. 1240", citers, civ1240)
        mentions = sum(int(a["weight"]) for _, _, a in g.edges(data=True) if a["kind"] == "cites")
        same(f"networkx: {name}, mentions are not more than citations", mentions <= stats["citations"], True)
    same("networkx: both forms have the same edges", sorted((s, t, a["kind"]) for s, t, a in gexf.edges(data=True)),
         sorted((s, t, a["kind"]) for s, t, a in graphml.edges(data=True)))


def citations_read():
    import bibtexparser
    import rispy
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    numbers = sorted(", ".join(h["numbers"]) for h in held.values())
    days = sorted(h["date"] for h in held.values())
    with open(path("references.bib"), encoding="utf-8") as f:
        bib = bibtexparser.load(f, bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)).entries
    same("bibtexparser: numbers", sorted(e.get("number", "") for e in bib), numbers)
    same("bibtexparser: days", sorted(e.get("date", "") for e in bib), days)
    with open(path("references.ris"), encoding="utf-8") as f:
        ris = rispy.load(f)
    same("rispy: types", {e["type_of_reference"] for e in ris}, {"CASE"})
    same("rispy: numbers", sorted(e.get("call_number", "") for e in ris), numbers)
    same("rispy: days", sorted(e.get("date", "").replace("/", "-") for e in ris), days)
    items = answer("export/references.json")
    source = CiteProcJSON(items)
    style = CitationStylesBibliography(CitationStylesStyle(os.path.join(os.path.dirname(os.path.abspath(__file__)), "case.csl"), validate=False), source, formatter.plain)
    for i in items:
        style.register(Citation([CitationItem(i["id"])]))
    printed = [str(b) for b in style.bibliography()]
    same("citeproc: entries", len(printed), len(held))
    for h in held.values():
        said = [p for p in printed if h["date"] in p and ", ".join(h["numbers"]) in p and h["ecli"] in p and h["court"] in p]
        same(f"citeproc: day, number, ECLI and court of {h['key']}", len(said) > 0, True)
    same("CSL: keys", sorted(i["id"] for i in items), sorted(h["key"] for h in held.values()))
    with open(path("references.txt"), encoding="utf-8") as f:
        lines = f.read().splitlines()
    same("RefLex: lines begin as lawyers cite", sorted(sum(l.startswith(h["usual"]) for l in lines) > 0 for h in held.values()), [True] * len(held))


def main():
    rows = manifest()
    for reads in (lambda: duckdb_reads(rows), pandas_reads, rdflib_reads, lambda: networkx_reads(rows), citations_read):
        reads()
    same("there is something to compare", len(held) > 20 and len(cpc700) > 2 and len(civ1240) > 2, True)
    for w in wrong:
        print("DIFFERS:", w[:2000])
    print(f"{compared} comparisons, {len(wrong)} differ")
    sys.exit(1 if wrong else 0)


main()
