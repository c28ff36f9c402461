package graph

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// The vocabulary. A predicate is written <attendu:cites> in a graph query.
const (
	Type quad.IRI = "rdf:type"

	// Names leads from a key to what it names: a held decision, or a more
	// precise key of something not held. An alias that fits several things
	// has several Names quads.
	Names quad.IRI = "attendu:names"
	// Cites leads from a decision to everything that it cites, whatever the use:
	// to a key, or, where the number of an article has borne several rules and the
	// decision shows which it meant, to that text: <code-civil/1382@before:2016-10-01>.
	Cites quad.IRI = "attendu:cites"
	// The uses narrow Cites: see corpus.Use.
	Visa     quad.IRI = "attendu:visa"
	Applied  quad.IRI = "attendu:applied"
	Rejected quad.IRI = "attendu:rejected"
	Invoked  quad.IRI = "attendu:invoked"
	Reported quad.IRI = "attendu:reported"
	Quoted   quad.IRI = "attendu:quoted"
	Recited  quad.IRI = "attendu:recited"
	// Prints leads from a decision to the key of a text that it cites: the number
	// as it is printed.
	Prints quad.IRI = "attendu:prints"
	// TextOf leads from a text to the key whose number it bears or bore.
	TextOf quad.IRI = "attendu:text_of"
	// PartOf leads from a part of a rule that was split to its text: decisions cite
	// both, <code-civil/1134@before:2016-10-01> and, for its third alinéa,
	// <code-civil/1134@before:2016-10-01>code-civil/1104>.
	PartOf quad.IRI = "attendu:part_of"
	// RenumberedAs leads from a text to the one into which its rule went, and from a
	// version of an article to the one that took its rule over, as LEGI says.
	RenumberedAs quad.IRI = "attendu:renumbered_as"
	// ReusesNumberOf leads from a text to the one that bore its number before.
	ReusesNumberOf quad.IRI = "attendu:reuses_number_of"
	// Reviews leads from a decision to the one under its review: the judgment
	// appealed from, the arrêt attacked.
	Reviews quad.IRI = "attendu:reviews"

	CourtOf     quad.IRI = "attendu:court"     // decision → court
	DateOf      quad.IRI = "attendu:date"      // decision → day, as a time value
	SolutionOf  quad.IRI = "attendu:solution"  // decision → official solution, text
	PartyOf     quad.IRI = "attendu:party"     // decision → party
	NameOf      quad.IRI = "attendu:name"      // party → name, text
	KindOf      quad.IRI = "attendu:kind"      // party, order or rule stated → kind, text
	SideOf      quad.IRI = "attendu:side"      // party of one decision → side, text
	IsOrg       quad.IRI = "attendu:is"        // party of one decision → organisation, joined across decisions
	OrderOf     quad.IRI = "attendu:order"     // decision → operative order
	PrincipleOf quad.IRI = "attendu:principle" // decision → rule that the court states
	BasisOf     quad.IRI = "attendu:basis"     // order or rule stated → provision
	Beneficiary quad.IRI = "attendu:beneficiary"
	Debtor      quad.IRI = "attendu:debtor"
	AmountOf    quad.IRI = "attendu:amount_cents" // order → euro cents, as an integer

	// VersionOf leads from a version of an article to the key of the article, and
	// StartOf and EndOf to the first day in force and the first no longer in force,
	// as time values.
	VersionOf quad.IRI = "attendu:version_of"
	StartOf   quad.IRI = "attendu:start"
	EndOf     quad.IRI = "attendu:end"

	ClassDecision  quad.IRI = "attendu:Decision"
	ClassSecondary quad.IRI = "attendu:ReportedDecision" // known from a commentary only
)

// useIRI gives the predicate of a use.
func useIRI(u corpus.Use) quad.IRI { return quad.IRI("attendu:" + string(u)) }

const courtPrefix = "court/"

// CourtNode names a court: <court/ca/paris>, <court/cass>.
func CourtNode(c corpus.Court) quad.IRI {
	n := courtPrefix + string(c.Kind)
	if c.Place != "" {
		n += "/" + corpus.Slug(c.Place)
	}
	return quad.IRI(n)
}

// orgForms are the marks of legal form that a name may or may not carry.
var orgForms = map[string]bool{"societe": true, "ste": true, "sa": true, "sas": true, "sasu": true,
	"sarl": true, "eurl": true, "snc": true, "sci": true, "scp": true, "selarl": true, "gie": true,
	"la": true, "le": true, "les": true, "l": true, "s": true, "a": true, "r": true}

// OrgNode names a legal person by its normalised name, so that "la société
// Kirsch" and "SARL KIRSCH" are one. It returns "" for a name of which nothing
// is left, or that is pseudonymised ("X…", "[Z]"): such a name joins nothing.
func OrgNode(name string) quad.IRI {
	if strings.ContainsAny(name, "[]…") || strings.Contains(name, "...") {
		return ""
	}
	var words []string
	for _, w := range strings.Split(corpus.Slug(name), "-") {
		if !orgForms[w] {
			words = append(words, w)
		}
	}
	slug := strings.Join(words, "-")
	if len(slug) < 3 {
		return ""
	}
	return quad.IRI("org/" + slug)
}

// SirenNode names a legal person by its number in the register: <org/552100554>. It
// names each normalised name under which the number is printed.
func SirenNode(siren string) quad.IRI { return quad.IRI("org/" + siren) }
