// Package session is what a query of any language runs in: the quads that it may
// read, the names that it may use, the limits that it must keep, and the results
// that it has found so far.
//
//	gizmo, graphql ──Send(result)──▶ Session ──▶ Results, Stopped
//	     │  Step, Alloc, Context          │ ErrLimit, ErrMemory, the context's error
//	     └──────────◀─────────────────────┘
//
// It knows neither a language nor law, and writes nothing.
package session
