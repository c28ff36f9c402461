// Package server is attendu as a service: one process that owns a library and answers
// over HTTP.
//
//	public address   /api/v1/ /openapi.yaml (httpapi), pages (web), /mcp (mcp),
//	                 /healthz, /metrics, POST /sources (from this machine, by its owner)
//	owner's address  loopback, a port that is free: commands of the owner (relay)
//
// It sees to who may ask (loopback, token, proxy, names of hosts), how much at a time and
// for how long, to metrics and logs without personal data, to folders that are watched,
// and to an orderly end. It knows no question of law.
package server
