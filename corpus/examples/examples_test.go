package examples

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// row is one decision of the table in README.md.
type row struct{ file, format, court, date, key string }

// cell keeps the words of a table cell and drops its marks.
func cell(s string) string { return strings.Trim(strings.TrimSpace(s), "`") }

func readme(t *testing.T) []row {
	t.Helper()
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for line := range strings.Lines(string(b)) {
		c := strings.Split(line, "|")
		if len(c) == 8 && strings.HasPrefix(strings.TrimSpace(c[1]), "`") {
			rows = append(rows, row{cell(c[1]), cell(c[2]), cell(c[3]), cell(c[4]), cell(c[5])})
		}
	}
	return rows
}

func files(t *testing.T, ext string) map[string][]byte {
	t.Helper()
	names, err := fs.Glob(FS, "*"+ext)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string][]byte{}
	for _, name := range names {
		b, err := FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		m[name] = b
	}
	if len(m) == 0 {
		t.Fatalf("no file *%s", ext)
	}
	return m
}

func TestREADME(t *testing.T) {
	rows := readme(t)
	if len(rows) < 12 {
		t.Fatalf("README.md lists %d decisions, want at least 12", len(rows))
	}
	listed, keys := map[string]bool{}, map[string]bool{}
	for _, r := range rows {
		listed[r.file] = true
		if keys[r.key] {
			t.Errorf("%s: key %s is listed twice", r.file, r.key)
		}
		keys[r.key] = true
		weekday(t, r.file, r.date)
	}
	for name := range files(t, "") {
		if !listed[name] {
			t.Errorf("%s is not in README.md", name)
		}
		delete(listed, name)
	}
	for name := range listed {
		t.Errorf("README.md lists %s, which is not embedded", name)
	}
}

// weekday fails for a date on which no court sits.
func weekday(t *testing.T, file, date string) {
	t.Helper()
	d, err := time.Parse(time.DateOnly, date)
	if err != nil {
		t.Errorf("%s: %v", file, err)
	} else if d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
		t.Errorf("%s: %s is a %s", file, date, d.Weekday())
	}
}

func TestText(t *testing.T) {
	for name, b := range files(t, "") {
		if ext := path.Ext(name); ext == ".pdf" || ext == ".docx" {
			continue // TestMade of package source holds them to their text
		}
		if !utf8.Valid(b) || bytes.ContainsRune(b, utf8.RuneError) || bytes.ContainsRune(b, '\r') {
			t.Errorf("%s is not clean UTF-8 with Unix line ends", name)
		}
		if n := utf8.RuneCount(b); n < 2500 {
			t.Errorf("%s has %d characters: too short to be a decision", name, n)
		}
	}
}

// pourvoi is a number with its letter, which the Cour de cassation derives from it.
var pourvoi = regexp.MustCompile(`n° ([A-Z]) (\d\d)-(\d\d)\.(\d{3})`)

func TestPourvoiLetters(t *testing.T) {
	const letters = "ABCDEFHGJKMNPQRSTUVWXYZ" // indexed by the number modulo 23
	found := 0
	for name, b := range files(t, "") {
		for _, m := range pourvoi.FindAllStringSubmatch(string(b), -1) {
			n := 0
			for _, c := range m[2] + m[3] + m[4] {
				n = (10*n + int(c-'0')) % len(letters)
			}
			if found++; letters[n] != m[1][0] {
				t.Errorf("%s: %s has the letter %c", name, m[0], letters[n])
			}
		}
	}
	if found == 0 {
		t.Error("no number of pourvoi found")
	}
}

func TestXML(t *testing.T) {
	for name, b := range files(t, ".xml") {
		for dec := xml.NewDecoder(bytes.NewReader(b)); ; {
			_, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		var doc xmlDecision
		if err := xml.Unmarshal(b, &doc); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if doc.XMLName.Local == "Document" {
			openData(t, name, b)
			continue
		}
		kind := map[string]string{"TEXTE_JURI_JUDI": "JURI", "TEXTE_JURI_ADMIN": "CETA", "TEXTE_JURI_CONSTIT": "CONS", "TEXTE_CNIL": "CNIL"}[doc.XMLName.Local]
		if kind == "" || !strings.HasPrefix(doc.ID, kind+"TEXT9999") || path.Base(doc.URL) != doc.ID+".xml" {
			t.Errorf("%s: id %q, URL %q", name, doc.ID, doc.URL)
		}
		dated(t, name, doc.Date+doc.Day)
		if doc.Against != "" {
			weekday(t, name, doc.Against)
		}
	}
}

// xmlDecision is what the files of the DILA have in common; Day is the date of a
// deliberation of the CNIL.
type xmlDecision struct {
	XMLName xml.Name
	ID      string `xml:"META>META_COMMUN>ID"`
	URL     string `xml:"META>META_COMMUN>URL"`
	Date    string `xml:"META>META_SPEC>META_JURI>DATE_DEC"`
	Day     string `xml:"META>META_SPEC>META_CNIL>DATE_TEXTE"`
	Against string `xml:"META>META_SPEC>META_JURI_JUDI>DATE_DEC_ATT"`
}

// openData wants number and date of a file of the administrative courts to agree
// with its name, and the number to be of the invented range.
func openData(t *testing.T, name string, b []byte) {
	t.Helper()
	var doc struct {
		File    string `xml:"Donnees_Techniques>Identification"`
		Number  string `xml:"Dossier>Numero_Dossier"`
		Date    string `xml:"Dossier>Date_Lecture"`
		Hearing string `xml:"Audience>Date_Audience"`
	}
	if err := xml.Unmarshal(b, &doc); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if ok, _ := regexp.MatchString(`^\d\d9\d{4}$`, doc.Number); !ok || doc.File != "DTA_"+doc.Number+"_"+strings.ReplaceAll(doc.Date, "-", "")+".xml" {
		t.Errorf("%s: number %q, file %q, date %q", name, doc.Number, doc.File, doc.Date)
	}
	dated(t, name, doc.Date)
	weekday(t, name, doc.Hearing)
}

// dated checks that README.md gives the file that date.
func dated(t *testing.T, file, date string) {
	t.Helper()
	if !slices.ContainsFunc(readme(t), func(r row) bool { return r.file == file && r.date == date }) {
		t.Errorf("%s: README.md does not list a decision of %s", file, date)
	}
}

type decision struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Number  string   `json:"number"`
	Numbers []string `json:"numbers"`
	ECLI    string   `json:"ecli"`
	Date    string   `json:"decision_date"`
	Zones   map[string][]struct{ Start, End int }
}

func decode(t *testing.T, name string, b []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func TestJSON(t *testing.T) {
	for name, b := range files(t, ".jsonl") {
		for line := range bytes.Lines(b) {
			var d decision
			decode(t, name, line, &d)
			checkDecision(t, name, d)
		}
	}
	zoned := 0
	for name, b := range files(t, ".json") {
		var page struct{ Results []decision }
		decode(t, name, b, &page)
		if page.Results == nil {
			page.Results = make([]decision, 1)
			decode(t, name, b, &page.Results[0])
		}
		for _, d := range page.Results {
			checkDecision(t, name, d)
			if d.Zones != nil {
				zoned++
				checkZones(t, name, d)
			}
		}
	}
	if zoned == 0 {
		t.Error("no decision with zones")
	}
}

func checkDecision(t *testing.T, name string, d decision) {
	t.Helper()
	if ok, _ := regexp.MatchString(`^f1c709990{11}a\d{4}$`, d.ID); !ok {
		t.Errorf("%s: id %q is not of the invented range", name, d.ID)
	}
	dated(t, name, d.Date)
	if !slices.Contains(d.Numbers, d.Number) || !strings.Contains(d.ECLI, ":"+d.Date[:4]+":") {
		t.Errorf("%s: number %s, numbers %s, ECLI %s do not agree", name, d.Number, d.Numbers, d.ECLI)
	}
	for _, n := range d.Numbers {
		if !strings.Contains(d.Text, n) || "20"+n[:2] > d.Date[:4] {
			t.Errorf("%s: number %s is not in the text, or is of a later year", name, n)
		}
	}
}

// checkZones wants zones that cover the text without a gap or an overlap, and
// begin where a reader would begin them. Offsets count characters.
func checkZones(t *testing.T, name string, d decision) {
	t.Helper()
	text := []rune(d.Text)
	opening := map[string]string{
		"introduction": `^(CIV|SOC|COMM)\.`, "expose": `^(Jonction|Faits et procédure)\n`,
		"moyens": `^(Examen d|Mais sur l|Et sur l)`, "motivations": `^(Réponse de la Cour|\d+\. )`,
		"dispositif": `^PAR CES MOTIFS`, "annexes": `^MOYENS? ANNEXES? `,
	}
	type span = struct{ Start, End int }
	var all []span
	for zone, spans := range d.Zones {
		for _, s := range spans {
			if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
				t.Fatalf("%s: %s: zone %s %v is out of range", name, d.Number, zone, s)
			}
			if ok, _ := regexp.MatchString(opening[zone], string(text[s.Start:s.End])); !ok {
				t.Errorf("%s: %s: zone %s begins with %q", name, d.Number, zone, string(text[s.Start:min(s.Start+30, s.End)]))
			}
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b span) int { return a.Start - b.Start })
	pos := 0
	for _, s := range all {
		if s.Start != pos {
			t.Errorf("%s: %s: gap or overlap at %d", name, d.Number, pos)
		}
		pos = s.End
	}
	if pos != len(text) {
		t.Errorf("%s: %s: zones end at %d of %d", name, d.Number, pos, len(text))
	}
}
