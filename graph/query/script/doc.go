// Package script runs the JavaScript in which Gizmo queries are written.
//
//	source ──parse (ES5, in part)──▶ tree ──walk──▶ value of the last expression
//	                                                │
//	                              Meter: every step, every byte of a value
//
// A query may come from anyone. A full JavaScript engine has native loops that no
// interrupt reaches ([].join, JSON.stringify, regular expressions) and can fill the
// memory in one instruction. This package therefore has the part of the language that
// queries need, and nothing in it loops, recurses or makes a value without asking the
// Meter first: variables, functions, if, for, for-in, while, do, operators, arrays,
// objects, text, and methods of the last three (array.go, text.go).
//
// It refuses, with one line and the place: new, this, try, throw, switch, with,
// labels, getters, regular expressions written between slashes, delete, in and
// instanceof. It knows nothing of graphs: the host passes objects in.
package script
