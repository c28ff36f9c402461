package corpus

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVersion(t *testing.T) {
	for _, c := range []struct {
		v    Version
		text string
		day  Date
		old  bool
	}{
		{Before("2016-10-01"), "before:2016-10-01", "2016-10-01", true},
		{From("2016-10-01"), "from:2016-10-01", "2016-10-01", false},
		{Unchanged, "unchanged", "", false},
		{"", "", "", false},
	} {
		if string(c.v) != c.text || c.v.Day() != c.day || c.v.Old() != c.old {
			t.Errorf("%q: day %q, old %v; want %q, %q, %v", c.v, c.v.Day(), c.v.Old(), c.text, c.day, c.old)
		}
		if got, ok := ParseVersion(c.text); c.text != "" && (!ok || got != c.v) {
			t.Errorf("ParseVersion(%q) = %q, %v", c.text, got, ok)
		}
	}
}

func TestParseVersionRefuses(t *testing.T) {
	for _, s := range []string{"", "before", "before:", "from:2016", "from:2016-13-01", "from:2016-02-30", "Before:2016-10-01",
		"after:2016-10-01", "unchanged:2016-10-01", "before:2016-10-01 ", "before:from:2016-10-01", "2016-10-01", ":2016-10-01"} {
		if v, ok := ParseVersion(s); ok {
			t.Errorf("ParseVersion(%q) = %q, want none", s, v)
		}
	}
}

func TestText(t *testing.T) {
	for s, want := range map[string]Text{
		"code-civil/1382":                               {"code-civil/1382", Unchanged},
		"code-civil/1382@before:2016-10-01":             {"code-civil/1382", Before("2016-10-01")},
		"code-civil/1382@from:2016-10-01":               {"code-civil/1382", From("2016-10-01")},
		"code-du-travail/L122-14-4@before:2008-05-01":   {"code-du-travail/L122-14-4", Before("2008-05-01")},
		"code-de-l-urbanisme/R*421-1@before:2007-10-01": {"code-de-l-urbanisme/R*421-1", Before("2007-10-01")},
	} {
		got, ok := ParseText(s)
		if !ok || got != want || got.String() != s {
			t.Errorf("ParseText(%q) = %+v, %v, written %q", s, got, ok, got.String())
		}
	}
	if got, ok := ParseText("Code-Civil/1382@before:2016-10-01"); !ok || got.Key != "code-civil/1382" {
		t.Errorf("a key in other letters: %+v, %v", got, ok)
	}
	if s := (Text{Key: "code-civil/1382"}).String(); s != "code-civil/1382" {
		t.Errorf("a text whose version is not known is written %q", s)
	}
	for _, s := range []string{"", "1382", "@before:2016-10-01", "code-civil/1382@", "code-civil/1382@unchanged", "code-civil/1382@2016-10-01",
		"code-civil/1382@before:2016-10-01@from:2016-10-01", "cass/17-21434", "cass/17-21434@2018-03-14", "tgi/laval/2016-10-04@before:2016-10-01"} {
		if got, ok := ParseText(s); ok {
			t.Errorf("ParseText(%q) = %+v, want none", s, got)
		}
	}
}

func TestDesignationText(t *testing.T) {
	const key = Key("code-civil/1382")
	for want, d := range map[Text]*Designation{
		{Key: key}:                                         nil,
		{Key: key, Version: Unchanged}:                     {Version: Unchanged},
		{Key: key, Version: Before("2016-10-01")}:          {Version: Before("2016-10-01")},
		{Key: "code-civil/9", Version: From("2016-10-01")}: {Version: From("2016-10-01")},
	} {
		if got := d.Text(want.Key); got != want {
			t.Errorf("%+v of %s is %+v, want %+v", d, want.Key, got, want)
		}
	}
	if got := (&Designation{Because: "nothing shows it"}).Text(key); got != (Text{Key: key}) {
		t.Errorf("an abstention is the text %+v", got)
	}
}

// TestDesignationJSON: what is not known is null, and what is written is read
// again.
func TestDesignationJSON(t *testing.T) {
	reuses := Text{"code-civil/1240", Before("2016-10-01")}
	for want, d := range map[string]Designation{
		`{"version":null,"today":null,"today_candidates":[],"because":"nothing shows it"}`: {
			TodayCandidates: []Key{}, Because: "nothing shows it"},
		`{"version":"before:2016-10-01","today":null,"today_candidates":["code-civil/1103","code-civil/1104"],"certainty":0.5}`: {
			Version: Before("2016-10-01"), TodayCandidates: []Key{"code-civil/1103", "code-civil/1104"}, Certainty: 0.5},
		`{"version":"from:2016-10-01","today":"code-civil/1240","today_candidates":[],"came":["code-civil/1382@before:2016-10-01"],` +
			`"went":["code-civil/9"],"reuses":"code-civil/1240@before:2016-10-01"}`: {
			Version: From("2016-10-01"), Today: "code-civil/1240", TodayCandidates: []Key{},
			Came: []Text{{"code-civil/1382", Before("2016-10-01")}}, Went: []Text{{"code-civil/9", Unchanged}}, Reuses: &reuses},
	} {
		b, err := json.Marshal(d)
		if err != nil || string(b) != want {
			t.Errorf("got  %s, %v\nwant %s", b, err, want)
		}
		var again Designation
		if err := json.Unmarshal(b, &again); err != nil {
			t.Errorf("%s: %v", b, err)
		} else if diff := cmp.Diff(d, again); diff != "" {
			t.Errorf("%s (-written +read):\n%s", b, diff)
		}
	}
	for _, bad := range []string{`"code-civil/1382@sometime"`, `"no key"`, `""`} {
		var x Text
		if err := json.Unmarshal([]byte(bad), &x); err == nil {
			t.Errorf("%s was read as %+v", bad, x)
		}
	}
}

func FuzzParseVersion(f *testing.F) {
	for _, s := range []string{"unchanged", "before:2016-10-01", "from:2016-10-01", "from:0000-01-01", "before:", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, ok := ParseVersion(s)
		if !ok {
			return
		}
		if string(v) != s || v != Unchanged && v != Before(v.Day()) && v != From(v.Day()) || v.Old() != (v == Before(v.Day())) {
			t.Fatalf("%q is read as %q, day %q, old %v", s, v, v.Day(), v.Old())
		}
	})
}

func FuzzParseText(f *testing.F) {
	for _, s := range []string{"code-civil/1382", "code-civil/1382@before:2016-10-01", "CODE-CIVIL/L1@from:2016-10-01", "loi/78-17/32",
		"cesdh/6@from:1950-11-04", "code-civil/1382~abcd@from:2016-10-01", "a@b", "@"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, ok := ParseText(s)
		if !ok {
			return
		}
		if k, err := ParseKey(string(x.Key)); err != nil || k != x.Key || !k.IsProvision() || x.Version == "" {
			t.Fatalf("%q is read as %+v (%v)", s, x, err)
		}
		if again, ok := ParseText(x.String()); !ok || again != x {
			t.Fatalf("%q is written %q, and read again as %+v, %v", s, x.String(), again, ok)
		}
	})
}
