// Package synonym knows what lawyers write in two ways: a request for "JLD" also
// looks for the juge des libertés et de la détention.
//
//	in   the words of a request, as typed     décision | du | JLD | de | Meaux
//	out  which of them also stand as what     2..3: juge des libertés et de la détention
//
// The rules are synonym.tsv. It widens requests alone: texts are indexed as they
// are, so that a row that changes changes no index. It joins nothing that is only
// near, and nothing that stands in quotation marks, which who asks leaves out.
package synonym
