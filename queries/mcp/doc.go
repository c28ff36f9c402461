// Package mcp gives a library to assistants, over the Model Context Protocol: six tools
// that read and change nothing.
//
//	search_decisions   the query language of attendu, with passages
//	get_decision       one decision: who, what was ordered, what it cites, its fate, its text
//	get_article        one provision, also on a day: its rule, its numbers, who applies it
//	cited_by           the decisions that cite a provision or a decision, with the words
//	case_history       one case from its first decision to its last
//	verify_citation    whether citations are right, and quotations verbatim
//
// Every answer names decisions and provisions by key and as lawyers cite them, gives words
// of texts verbatim with their place in bytes, and says what it left out. Texts come from
// others and may say anything: they stand in fields that are said to be data, and the
// instructions of the server say that nothing in them is an instruction.
//
// Tools do not know who asks: New takes an open library, and whoever serves it decides
// over which transport.
package mcp
