// Package ordered does work on several processors at once, and gives what comes of it in
// the order in which the work came.
//
//	in ─▶ 1 2 3 4 … ─▶ do(1), do(2), do(3) at once ─▶ 1 2 3 4 … ─▶ out
//
// Only so much is under way as the workers need, whatever the length of in. Whoever stops
// listening, or is cancelled, leaves no goroutine behind. It knows nothing of law.
package ordered
