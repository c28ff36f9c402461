// Package synth writes invented French court decisions, and articles of codes,
// for tests and benchmarks at scale.
//
//	Options{Seed, Decisions} ─▶ Generator ─▶ Decision ─▶ DILA(), Judilibre(), Plain()
//	                                            └─ Truth: what was written where
//	LegiOptions{Seed, Versions}  ─▶ Legi ─▶ WriteArchive(), WriteDelta(), Versions()
//
//	case 17   tgi/laval/13-90311 ◄═ ca/angers/14-90311 ◄═ cass/16-30211 ◄═ ca/rennes/18-40311
//	case 20   ta/rennes/1413595 ◄═ caa/15NT01566 ◄═ ce/414507 ◄═ caa/18NT04211
//	case 98   cass/19-31880 ──▶ cass/16-30211      a precedent; some are cited often
//
// Both orders of courts stand in one archive, and write as they did on the day:
// Cassation until October 2019 and since, administrative courts until 2019 and
// since. Provisions are cited by Zipf: a few everywhere, thousands now and then.
//
// Decision i depends on the options and on i alone: it is the same on every
// machine, and needs no other decision to be written first. The statutes and the
// courts are real; people, companies, facts and sentences are invented, and a
// likeness is accidental. What a decision says of the law is no legal advice.
//
// Truth counts citations as a careful reader does: neither the number and day of
// the decision itself, nor what only looks like a citation; a doubt is marked.
//
// Legi writes versions of articles as LEGI delivers them; its codes are real, as
// are the renumberings of renumberings.tsv, its texts and other dates are not.
// Identifiers begin at LEGIARTI000090000000, beyond those that LEGI has given.
// The package does not make broken files, and reads nothing.
package synth
