package eval_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/eval"
	"github.com/attendu/attendu/corpus/extract"
)

const referee = "../../../shared/gold"

// TestReferee compares this scorer with the independent one that stands beside
// some checkouts, on its own gold and on ours.
func TestReferee(t *testing.T) {
	if _, err := os.Stat(filepath.Join(referee, "score.py")); err != nil {
		t.Skip("the independent scorer is not here")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("no python3")
	}
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, gold := range []string{filepath.Join(referee, "dev"), "gold/decisions"} {
		t.Run(gold, func(t *testing.T) { refereeDecisions(t, x, gold) })
	}
	for _, gold := range []string{filepath.Join(referee, "forms-dev.jsonl"), "gold/forms.jsonl"} {
		t.Run(gold, func(t *testing.T) { refereeForms(t, x, gold) })
	}
}

func refereeDecisions(t *testing.T, x *extract.Extractor, gold string) {
	set, err := eval.Open(gold)
	if err != nil {
		t.Fatal(err)
	}
	var lines []extract.Line
	for _, d := range set.Decisions {
		l := extract.NewLine(x.Extract(&corpus.Document{Source: corpus.Source{Path: d.Name}, Text: d.Text}), nil)
		l.File = d.Name + ".txt"
		lines = append(lines, l)
	}
	var want struct {
		Scores   map[string]struct{ P, R, F1 float64 }
		Accuracy map[string]*float64 `json:"accuracy_on_matched"`
	}
	out := score(t, "score.py", gold, predictions(t, lines), "--json")
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	r := measured(t, gold)
	if len(want.Scores) != len(r.Scores) || len(want.Accuracy) != len(r.Accuracy) {
		t.Errorf("%d scores and %d accuracies, want %d and %d", len(r.Scores), len(r.Accuracy), len(want.Scores), len(want.Accuracy))
	}
	for kind, w := range want.Scores {
		if g := r.Score(kind); !near(g.P, w.P) || !near(g.R, w.R) || !near(g.F1, w.F1) {
			t.Errorf("%s: %+v, want %+v", kind, g, w)
		}
	}
	for _, a := range r.Accuracy {
		if w := want.Accuracy[a.Field]; w == nil || !near(*w, a.Rate) {
			t.Errorf("%s: %v, want %v", a.Field, a.Rate, w)
		}
	}
}

func refereeForms(t *testing.T, x *extract.Extractor, gold string) {
	set, err := eval.Open(gold)
	if err != nil {
		t.Fatal(err)
	}
	var lines []extract.Line
	for _, f := range set.Forms {
		l := extract.NewLine(x.Passage(f.Text, f.Date), nil)
		l.ID = f.ID
		lines = append(lines, l)
	}
	out := string(score(t, "score_short.py", "forms", gold, predictions(t, lines)))
	r := measured(t, gold)
	s := r.Score("forms")
	want := fmt.Sprintf("cases exact %d/%d = %.4f   refs P %.4f R %.4f F1 %.4f   negative cases with a false citation: %d",
		r.Exact, r.Forms, float64(r.Exact)/float64(r.Forms), s.P, s.R, s.F1, r.FalseAlarms)
	if first, _, _ := strings.Cut(out, "\n"); first != want {
		t.Errorf("referee: %s\nours:    %s", first, want)
	}
}

// near: ours is rounded to four digits.
func near(a, b float64) bool { return a-b < 6e-5 && b-a < 6e-5 }

// predictions writes lines of the extraction contract to a file.
func predictions(t *testing.T, lines []extract.Line) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "predictions.jsonl")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	e := json.NewEncoder(f)
	for _, l := range lines {
		if err := e.Encode(l); err != nil {
			t.Fatal(err)
		}
	}
	return name
}

func score(t *testing.T, script string, args ...string) []byte {
	t.Helper()
	c := exec.Command("python3", append([]string{"-B", filepath.Join(referee, script)}, args...)...)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return out
}
