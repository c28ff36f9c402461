// Package kept keeps answers to HTTP requests for as long as the library stands still.
//
//	request ─▶ Door ─▶ kept? ── yes ─────────────────────────────▶ answer, or 304
//	                     └───── no ─▶ waits for its turn ─▶ made ─▶ kept, answer
//
// A Keeper is shared by doors (the API, the pages): one bound for the bytes that are kept,
// one for what is worked on at a time. What an answer depends on is its key: the state of
// the library, path and query, and what the door says beside them (form, language).
// Equal requests at one time are answered once. Those that take long have half of the
// turns, so that a short one never waits for several of them. An answer that another state, or another
// moment, would give otherwise is not kept, and carries no tag.
//
// The package knows nothing of what is asked.
package kept
