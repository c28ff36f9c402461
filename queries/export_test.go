package queries_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/export"
	"github.com/attendu/attendu/queries"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"
)

// readOnly is a library of the examples for the tests that change nothing.
var readOnly = sync.OnceValues(func() (*queries.Library, error) {
	lib, err := queries.Memory()
	if err == nil {
		_, err = lib.Add(context.Background(), []string{examplesDir}, queries.AddOptions{})
	}
	return lib, err
})

func sharedLibrary(t *testing.T) *queries.Library {
	t.Helper()
	lib, err := readOnly()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func exported(t *testing.T, lib *queries.Library, dir string, req queries.ExportRequest) *queries.ExportAnswer {
	t.Helper()
	ans, err := lib.Export(context.Background(), dir, req)
	if err != nil {
		t.Fatal(err)
	}
	return ans
}

// folder reads every file of a folder.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(b)
	}
	return files
}

func everything() queries.ExportRequest {
	return queries.ExportRequest{Formats: queries.ExportFormats()}
}

// TestExportCounts: the tables and the graph hold what the library counts, and the same
// library gives the same bytes.
func TestExportCounts(t *testing.T) {
	lib := sharedLibrary(t)
	a, b := t.TempDir(), t.TempDir()
	ans := exported(t, lib, a, everything())
	exported(t, lib, b, everything())
	if d := cmp.Diff(folder(t, a), folder(t, b)); d != "" {
		t.Errorf("a second export differs:\n%s", d)
	}
	st, err := lib.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int64{"decisions.csv": st.Decisions, "citations.jsonl": st.Citations, "parties.parquet": st.Parties,
		"holdings.csv": st.Holdings, "graph.nq": st.Quads, "references.bib": st.Decisions}
	for path, n := range want {
		if f, ok := (&ans.Manifest).File(path); !ok || f.Rows != n {
			t.Errorf("%s has %d rows, want %d", path, f.Rows, n)
		}
	}
	provisions := map[string]bool{}
	for _, r := range csvRows(t, filepath.Join(a, "provisions.csv")) {
		provisions[r["key"]] = true
	}
	if int64(len(provisions)) != st.Provisions {
		t.Errorf("%d provisions, want %d", len(provisions), st.Provisions)
	}
	if len(ans.Files) != len(folder(t, a))-2 { // manifest.json and datapackage.json
		t.Errorf("the manifest has %d files, the folder %d", len(ans.Files), len(folder(t, a)))
	}
}

func csvRows(t *testing.T, path string) (rows []map[string]string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range all[1:] {
		r := map[string]string{}
		for i, name := range all[0] {
			r[name] = line[i]
		}
		rows = append(rows, r)
	}
	return rows
}

// TestExportProof: the mention of each citation stands in the text where its row says.
func TestExportProof(t *testing.T) {
	lib := sharedLibrary(t)
	dir := t.TempDir()
	exported(t, lib, dir, queries.ExportRequest{Formats: []string{"jsonl", "csv"}, Tables: []string{"citations"}})
	texts, applied := map[string]string{}, 0
	for _, r := range csvRows(t, filepath.Join(dir, "citations.csv")) {
		id := r["decision_id"]
		if texts[id] == "" {
			d, err := lib.Decision(context.Background(), id)
			if err != nil {
				t.Fatal(err)
			}
			texts[id] = d.Text
		}
		if got := texts[id][atoi(t, r["start"]):atoi(t, r["end"])]; got != strings.ReplaceAll(r["mention"], "\r\n", "\n") {
			t.Errorf("%s: %q stands where %q is said to", id, got, r["mention"])
		}
		if r["text_meant"] == "code-civil/1382@before:2016-10-01" && r["today"] == "code-civil/1240" {
			applied++
		}
	}
	if applied == 0 {
		t.Error("no citation of the old 1382 leads to 1240")
	}
}

func atoi(t *testing.T, s string) (n int) {
	t.Helper()
	for _, c := range s {
		n = 10*n + int(c-'0')
	}
	return n
}

// TestNQuadsAreLossless: read back, N-Quads are the graph.
func TestNQuadsAreLossless(t *testing.T) {
	lib := sharedLibrary(t)
	var b bytes.Buffer
	if err := lib.ExportTo(context.Background(), &b, queries.ExportRequest{Formats: []string{"nquads"}}); err != nil {
		t.Fatal(err)
	}
	terms, err := export.NewTerms("")
	if err != nil {
		t.Fatal(err)
	}
	back := func(v quad.Value) quad.Value {
		switch v := v.(type) {
		case quad.IRI:
			node, err := terms.Node(string(v))
			if err != nil {
				t.Fatal(err)
			}
			return node
		case quad.TypedString:
			if strings.HasSuffix(string(v.Type), "#date") {
				return quad.Time(corpus.Date(v.Value).Time())
			}
			return quad.Int(atoi(t, string(v.Value)))
		}
		return v
	}
	nquads.AutoConvertTypedString = false
	defer func() { nquads.AutoConvertTypedString = true }()
	got := map[string]int{}
	quads, err := quad.ReadAll(nquads.NewReader(&b, false))
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range quads {
		got[quad.Make(back(q.Subject), back(q.Predicate), back(q.Object), back(q.Label)).NQuad()]++
	}
	want := map[string]int{}
	for d, err := range lib.Store().Decisions(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range graph.Quads(d) {
			want[q.NQuad()]++
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("quads (-want +got):\n%s", d)
	}
}

// TestExportGoesOn: what is whole and of this state is kept, what is not is written.
func TestExportGoesOn(t *testing.T) {
	lib := sharedLibrary(t)
	dir := t.TempDir()
	csvs := queries.ExportRequest{Formats: []string{"csv"}}
	exported(t, lib, dir, csvs)
	whole := folder(t, dir)
	if err := os.Truncate(filepath.Join(dir, "parties.csv"), 10); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "history.csv")); err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(dir, "citations.csv.partial") // by one that was killed
	if err := os.WriteFile(left, []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	ans := exported(t, lib, dir, csvs)
	if want := []string{"parties.csv", "history.csv"}; !slices.Equal(ans.Written, want) || len(ans.Kept) != len(ans.Files)-2 {
		t.Errorf("written %v and kept %v", ans.Written, ans.Kept)
	}
	if d := cmp.Diff(whole, folder(t, dir)); d != "" {
		t.Errorf("the folder is not as before:\n%s", d)
	}
	ans = exported(t, lib, dir, queries.ExportRequest{Formats: []string{"ris"}})
	if !slices.Equal(ans.Written, []string{"references.ris"}) || len(ans.Removed) > 0 || len(ans.Files) != 8 {
		t.Errorf("a further format: %+v", ans)
	}
	if ans = exported(t, lib, dir, queries.ExportRequest{Formats: []string{"ris"}, Again: true}); len(ans.Written) != 1 || len(ans.Kept) != 7 {
		t.Errorf("again: %+v", ans)
	}
}

// TestForgottenIsNotExported: what was exported before a decision was forgotten goes away
// with the next export, also where that does not write it anew.
func TestForgottenIsNotExported(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	dir, ctx := t.TempDir(), context.Background()
	const ecli = "ECLI:FR:CCASS:2019:C109142"
	exported(t, lib, dir, everything())
	holds := func() (n int) {
		for _, text := range folder(t, dir) {
			if strings.Contains(text, ecli) {
				n++
			}
		}
		return n
	}
	if holds() < 10 {
		t.Fatalf("only %d files have %s", holds(), ecli)
	}
	if _, err := lib.Forget(ctx, "18-29.417"); err != nil {
		t.Fatal(err)
	}
	ans := exported(t, lib, dir, queries.ExportRequest{Formats: []string{"csv"}, Tables: []string{"decisions"}})
	if n := holds(); n > 0 || len(ans.Removed) < 30 || len(ans.Files) != 1 {
		t.Errorf("%d files still have it; removed %v", n, ans.Removed)
	}
	exported(t, lib, dir, everything())
	if n := holds(); n > 0 {
		t.Errorf("%d files have it again", n)
	}
	if err := lib.ExportTo(ctx, &bytes.Buffer{}, queries.ExportRequest{Formats: []string{"ris"}, Decisions: []string{"18-29.417"}}); queries.CodeOf(err) != queries.NotFound {
		t.Errorf("by name: %v", err)
	}
}

// TestExportPeople: natural persons are joined to nothing, and judges are nowhere.
func TestExportPeople(t *testing.T) {
	lib := sharedLibrary(t)
	dir := t.TempDir()
	exported(t, lib, dir, everything())
	kinds := map[string]int{}
	for _, r := range csvRows(t, filepath.Join(dir, "parties.csv")) {
		kinds[r["kind"]]++
		if r["kind"] == "physique" && r["organisation"] != "" {
			t.Errorf("%s is joined to %s", r["name"], r["organisation"])
		}
	}
	if kinds["physique"] == 0 || kinds["morale"] == 0 {
		t.Fatalf("parties are %v", kinds)
	}
	judges := []string{"Chassaignon", "Vauquelin", "Jonquerolle", "Sarrazac-Loubens", "PICAULT"}
	for _, j := range judges {
		if count(t, lib, j) == 0 {
			t.Errorf("%s is in no decision: this test looks for nothing", j)
		}
		for name, text := range folder(t, dir) {
			if strings.Contains(strings.ToLower(text), strings.ToLower(j)) {
				t.Errorf("%s names %s", name, j)
			}
		}
	}
}

// TestExportSubsets: a query keeps what search finds, in every format.
func TestExportSubsets(t *testing.T) {
	lib := sharedLibrary(t)
	const query = `cite:"C. civ. 1240"`
	want := count(t, lib, query)
	if want < 2 || want > 20 {
		t.Fatalf("search finds %d", want)
	}
	dir := t.TempDir()
	req := everything()
	req.Query = query
	ans := exported(t, lib, dir, req)
	if ans.Decisions != int64(want) || ans.Of.Query != query {
		t.Errorf("%d decisions of %q, want %d", ans.Decisions, ans.Of.Query, want)
	}
	for _, path := range []string{"decisions.csv", "references.json", "references.txt"} {
		if f, _ := ans.File(path); f.Rows != int64(want) {
			t.Errorf("%s has %d rows, want %d", path, f.Rows, want)
		}
	}
	if held := strings.Count(folder(t, dir)["network.graphml"], `<data key="n_held">true</data>`); held != want {
		t.Errorf("the network has %d decisions of the export, want %d", held, want)
	}
	if _, err := lib.Export(context.Background(), dir, queries.ExportRequest{Query: "zzzz"}); queries.CodeOf(err) != queries.Conflict {
		t.Errorf("an export of other decisions is replaced: %v", err)
	}
	if ans = exported(t, lib, dir, queries.ExportRequest{Query: "zzzz", Again: true}); ans.Decisions != 0 || len(ans.Removed) < 30 {
		t.Errorf("nothing found exports %d decisions, removed %v", ans.Decisions, ans.Removed)
	}
	for _, courts := range [][]string{{"cass"}, {"tgi/laval"}} {
		ans = exported(t, lib, t.TempDir(), queries.ExportRequest{Courts: courts, Tables: []string{"decisions"}})
		found, err := lib.Search(context.Background(), queries.SearchRequest{Courts: courts})
		if err != nil || ans.Decisions != int64(found.Total) || found.Total == 0 {
			t.Errorf("%v: %d decisions, search finds %d, %v", courts, ans.Decisions, found.Total, err)
		}
	}
}

// TestExportErrors: what makes no sense is said in one line, and nothing is overwritten.
func TestExportErrors(t *testing.T) {
	dir, lib := onDisk(t)
	defer lib.Close()
	ctx := context.Background()
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "citations.csv"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	notes := filepath.Join(t.TempDir(), "notes")
	if err := os.WriteFile(notes, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		dir  string
		req  queries.ExportRequest
		want queries.Code
	}{
		"format":      {t.TempDir(), queries.ExportRequest{Formats: []string{"xls"}}, queries.Invalid},
		"table":       {t.TempDir(), queries.ExportRequest{Tables: []string{"judges"}}, queries.Invalid},
		"no tables":   {t.TempDir(), queries.ExportRequest{Formats: []string{"gexf"}, Tables: []string{"parties"}}, queries.Invalid},
		"base":        {t.TempDir(), queries.ExportRequest{Formats: []string{"nquads"}, Base: "id"}, queries.Invalid},
		"query":       {t.TempDir(), queries.ExportRequest{Query: "date:nonsense"}, queries.Invalid},
		"both":        {t.TempDir(), queries.ExportRequest{Query: "faute", Decisions: []string{"18-29.417"}}, queries.Invalid},
		"not held":    {t.TempDir(), queries.ExportRequest{Decisions: []string{"99-99.999"}}, queries.NotFound},
		"ours":        {dir, queries.ExportRequest{}, queries.Conflict},
		"in the way":  {other, queries.ExportRequest{Formats: []string{"csv"}}, queries.Conflict},
		"a file":      {notes, queries.ExportRequest{}, queries.Conflict},
		"unwriteable": {filepath.Join(notes, "below"), queries.ExportRequest{}, queries.Invalid},
	} {
		_, err := lib.Export(ctx, c.dir, c.req)
		if queries.CodeOf(err) != c.want {
			t.Errorf("%s: %v (%s), want %s", name, err, queries.CodeOf(err), c.want)
		}
	}
	if b, err := os.ReadFile(filepath.Join(other, "citations.csv")); err != nil || string(b) != "mine" {
		t.Errorf("a file of another is %q, %v", b, err)
	}
	if err := lib.ExportTo(ctx, &bytes.Buffer{}, queries.ExportRequest{}); queries.CodeOf(err) != queries.Invalid {
		t.Errorf("seven tables on one stream: %v", err)
	}
}

// TestExportEndsEarly: an export that is stopped, or that cannot write, leaves no half file.
func TestExportEndsEarly(t *testing.T) {
	lib := sharedLibrary(t)
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := lib.Export(ctx, dir, everything()); queries.CodeOf(err) != queries.Canceled {
		t.Errorf("stopped: %v", err)
	}
	for name := range folder(t, dir) {
		if name != "manifest.json" {
			t.Errorf("%s was left", name)
		}
	}
	full := errors.New("full")
	err := lib.ExportTo(context.Background(), failing{full}, queries.ExportRequest{Formats: []string{"nquads"}})
	if !errors.Is(err, full) {
		t.Errorf("a writer that fails: %v", err)
	}
	for _, f := range queries.ExportFormats() {
		req := queries.ExportRequest{Formats: []string{f}}
		if slices.Contains([]string{"parquet", "csv", "csv-excel", "jsonl"}, f) {
			req.Tables = []string{"citations"}
		}
		if err := lib.ExportTo(context.Background(), failing{full}, req); !errors.Is(err, full) {
			t.Errorf("%s: a writer that fails: %v", f, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// TestRejectedIsOne wants the search, the answer on a provision, what it lists, and the
// rows of an export to mean the same decisions by rejected.
func TestRejectedIsOne(t *testing.T) {
	lib, ctx := sharedLibrary(t), context.Background()
	dir := filepath.Join(t.TempDir(), "x")
	exported(t, lib, dir, queries.ExportRequest{Formats: []string{"csv"}, Tables: []string{"citations"}})
	rows, also := map[string]bool{}, false
	for _, r := range csvRows(t, filepath.Join(dir, "citations.csv")) {
		if r["cited"] == "code-de-procedure-civile/700" && (r["use"] == "rejected" || r["refuses"] == "true") {
			rows[r["decision_id"]] = true
			also = also || r["refuses"] == "true"
		}
	}
	if len(rows) == 0 || !also {
		t.Fatalf("the examples have %d decisions that reject art. 700; one that does both: %t", len(rows), also)
	}
	found, err := lib.Search(ctx, queries.SearchRequest{Text: `rejette:"CPC 700"`, Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	list, err := lib.Article(ctx, queries.ArticleRequest{Reference: "CPC 700", Uses: []corpus.Use{corpus.Rejected}, Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	if found.Total != len(rows) || list[0].Total != len(rows) {
		t.Errorf("search finds %d decisions, article %d, the export has %d", found.Total, list[0].Total, len(rows))
	}
	for _, h := range found.Hits {
		if !rows[string(h.Node)] {
			t.Errorf("search finds %s, and the export does not", h.Node)
		}
	}
	for _, c := range list[0].Citing {
		if !rows[string(c.Node)] || !slices.Contains(c.Uses, corpus.Rejected) {
			t.Errorf("article lists %s as %v; in the export: %t", c.Key, c.Uses, rows[string(c.Node)])
		}
	}
}

// TestReviewedOnce: a judgment that the appeal names by its number in the head and by its day
// in the text is one row of the history, though another judgment is of that day, too.
func TestReviewedOnce(t *testing.T) {
	dir, judgment := t.TempDir(), func(number string) string {
		return "TRIBUNAL JUDICIAIRE DE NIORT\n\nJUGEMENT DU 12 MARS 2021\n\nN° RG " + number + "\n\nDEMANDERESSE :\n\nMadame Odile Perle\n\n" +
			"DÉFENDERESSE :\n\nSARL Kerval\n\nMOTIFS\n\nL'article 1240 du code civil est applicable (" + number + ").\n\nPAR CES MOTIFS\n\nRejette la demande.\n"
	}
	for name, text := range map[string]string{"a.txt": judgment("19/01234"), "b.txt": judgment("19/05678"),
		"ca.txt": "COUR D'APPEL DE BORDEAUX\n\nARRÊT DU 5 MAI 2023\n\nN° RG 21/02345\n\n" +
			"Décision déférée à la Cour : Jugement du 12 mars 2021 - Tribunal judiciaire de Niort - RG n° 19/01234\n\nAPPELANTE :\n\nMadame Odile Perle\n\n" +
			"INTIMÉE :\n\nSARL Kerval\n\nEXPOSÉ DU LITIGE\n\nPar jugement du 12 mars 2021, le tribunal judiciaire de Niort a rejeté sa demande.\n\n" +
			"PAR CES MOTIFS\n\nConfirme le jugement rendu le 12 mars 2021 par le tribunal judiciaire de Niort.\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := lib.Add(context.Background(), []string{dir}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "x")
	exported(t, lib, out, queries.ExportRequest{Formats: []string{"csv"}, Tables: []string{"history"}})
	var got []string
	for _, r := range csvRows(t, filepath.Join(out, "history.csv")) {
		got = append(got, r["reviewed"])
	}
	if want := []string{"tj/niort/19-01234"}; !slices.Equal(got, want) {
		t.Errorf("reviewed: %v, want %v", got, want)
	}
}
