package index

import (
	_ "embed"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed orgform.tsv
var orgFormTable string

// orgForms are the marks of legal form.
var orgForms = readOrgForms(orgFormTable)

// orgForm is a mark of legal form, or words that look like one and belong to a name.
type orgForm struct {
	words []string // as plainWords writes them
	open  bool     // it ends with an apostrophe: its last word begins the next one of the name
}

// orgFormRules are the marks by where they stand.
type orgFormRules struct{ before, after, stays []orgForm }

func readOrgForms(data string) (r orgFormRules) {
	rows, err := table.Read("orgform.tsv", data, "form", "stands", "examples", "counters")
	if err != nil {
		panic("index: " + err.Error())
	}
	for _, row := range rows {
		form := row.Get("form")
		f := orgForm{plainWords(strings.Fields(form)), strings.HasSuffix(form, "'")}
		switch row.Get("stands") {
		case "before":
			r.before = append(r.before, f)
		case "after":
			r.after = append(r.after, f)
		case "both":
			r.before, r.after = append(r.before, f), append(r.after, f)
		case "stays":
			r.stays = append(r.stays, f)
		default:
			panic("index: " + row.Errorf("%q is no place of a form", row.Get("stands")).Error())
		}
	}
	return r
}

// plainWords writes each word in ASCII and small letters without points: "S.A.R.L." as
// "sarl", "d'intérêt" as "d-interet".
func plainWords(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = corpus.Slug(strings.ReplaceAll(w, ".", ""))
	}
	return out
}

// opens reports whether a name begins with the form.
func (f orgForm) opens(name []string) bool {
	if len(f.words) > len(name) {
		return false
	}
	last := len(f.words) - 1
	for i, w := range f.words {
		if name[i] != w && (!f.open || i < last || !strings.HasPrefix(name[i], w+"-")) {
			return false
		}
	}
	return true
}

// ends reports whether a name ends with the form.
func (f orgForm) ends(name []string) bool {
	return len(f.words) <= len(name) && f.opens(name[len(name)-len(f.words):])
}

// longest is the number of words of the longest of some forms that fits.
func longest(forms []orgForm, fits func(orgForm) bool) (n int) {
	for _, f := range forms {
		if len(f.words) > n && fits(f) {
			n = len(f.words)
		}
	}
	return n
}

// orgName writes the name of a legal person in small letters, without article and marks
// of form; "" for a name that is pseudonymised.
func orgName(name string) string {
	if strings.ContainsAny(name, "[]…") || strings.Contains(name, "...") {
		return ""
	}
	words := strings.Fields(strings.ToLower(name))
	plain := plainWords(words)
	stays := func() bool {
		return longest(orgForms.stays, func(f orgForm) bool { return f.opens(plain) }) > 0
	}
	for !stays() {
		n := longest(orgForms.before, func(f orgForm) bool { return f.opens(plain) })
		if n == 0 || n >= len(words) {
			break
		}
		words, plain = words[n:], plain[n:]
	}
	for {
		n := longest(orgForms.after, func(f orgForm) bool { return f.ends(plain) })
		if n == 0 || n >= len(words) {
			break
		}
		words, plain = words[:len(words)-n], plain[:len(plain)-n]
	}
	return strings.TrimRight(strings.Join(words, " "), ",;- ")
}

// orgKey is what the spellings of a name have in common: "société générale" and "societe
// generale" are one.
func orgKey(name string) string {
	if key := corpus.Slug(name); key != "" {
		return key
	}
	return name
}
