package law

import "github.com/attendu/attendu/corpus"

// Renumbers reports whether the link says that one number took over the rule of
// another. CONCORDANCE and CONCORDE do; TRANSFERT and TRANSFERE only between articles
// of codes, for else they name the act that moved the article, as CODIFICATION and
// CODIFIE always do. (DILA, LEGI: values of typelien.)
func (l ArticleLink) Renumbers() bool {
	switch l.Type {
	case "CONCORDANCE", "CONCORDE":
		return l.Key != ""
	case "TRANSFERT", "TRANSFERE":
		return l.Key.Family() == corpus.CodeArticle
	}
	return false
}
