// Package relay lets a command reach the process that owns a library, and run there.
//
//	owner:    Listen + Handler, and a note of address and token in the library's folder
//	command:  Read(folder) -> Run: arguments and standard input go, standard output,
//	          standard error and the exit code come back
//
// The owner listens on loopback alone. The note can be read by its user alone, and who
// does not know its token is refused: a command acts as that user. The package knows
// nothing of what commands do.
package relay
