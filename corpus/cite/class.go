package cite

// class is a class of words of the grammar: see the headers of the tables.
type class int

// The classes of words.tsv, nouns.tsv and qualifiers.tsv.
const (
	articleWord class = iota
	latinWord
	ordinalWord
	alineaWord
	monthWord
	suiteWord
	unitWord
	joinWord
	namedWord
	leadWord
	formationWord
	enactingWord
	stepWord
	fileWord
	docketWord
	followWord
	titleWord
	adjectiveWord
	unionWord
	treatyWord
	agreementEndWord
	accordEndWord
	genericWord
	bodyWord
	stemmedWord
	socialWord
	titleEndWord
	kindWord
	noPlaceWord
	ruledWord
	officialWord
	plainWord
	letteredWord
	romanWord
	pinpointWord
	plenaryWord
	stateWord
	workWord
	clauseEndWord
	departementWord
	famousWord

	nounWord
	measureWord
	linkWord
	officerWord

	beforeQualifier
	numberQualifier
	afterQualifier
	farQualifier

	classes
)

// classNames are the classes as the tables write them.
var classNames = [classes]string{"article", "latin", "ordinal", "alinea", "month", "suite", "unit", "join",
	"named", "lead", "formation", "enacting", "step", "file", "docket", "follow", "title", "adjective", "union", "treaty", "agreementend", "accordend", "generic", "body", "stemmed", "social", "titleend", "kind", "noplace", "ruled", "official", "plain", "letteredcode", "romanarticle", "pinpoint", "plenary", "state", "work", "clauseend", "departement", "famous", "noun", "measure", "link", "officer",
	"before", "number", "after", "far"}

// classNamed is the class that a table writes so.
func classNamed(name string) (class, bool) {
	for c, n := range classNames {
		if n == name {
			return class(c), true
		}
	}
	return 0, false
}
