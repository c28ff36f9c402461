// Package httpapi answers HTTP requests from a library: the questions of package
// queries, their answers as JSON.
//
//	GET /api/v1/search?q=motifs:"mot de passe"      GET /openapi.yaml
//	GET /api/v1/decisions/cass/18-29417             application/json
//	GET /decisions/cass/18-29417                    the same, or the page: by Accept
//
// The specification (OpenAPI 3.1) is made from the types of package queries and is
// committed as docs/openapi.yaml. Every answer says in left_out what it does not
// cover; every error is a problem (RFC 9457) with a code of package queries. Answers
// carry an ETag of the library's state, and package kept keeps them until it changes.
//
// The package knows no listeners, tokens or logs: those are of queries/server.
package httpapi
