// Package judilibre reads decisions in the JSON of the API Judilibre of the Cour
// de cassation: one decision (GET /decision), a page or batch with "results"
// (/search, /export, /scan), an array, values one after the other, or JSONL.
//
//	{"id":…, "jurisdiction":"cc", "text":…, "zones":{"expose":[{"start":0,"end":9}]}}
//	          ──▶  Document{Official: …, Text, Zones}
//
// Keys of the taxonomy and resolved labels (resolve_references=true) give the
// same document. Zones are converted to bytes of the document's own text. A
// decision marked "to_be_deleted" is set aside as withdrawn; JSON of another
// kind is refused with the fields it has.
package judilibre
