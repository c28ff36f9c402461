// Package record is what the readers of package source share: the record that
// they yield, the interface that they implement, their errors, and reading with
// a limit.
//
//	bytes ──Format.Sniff──▶ whose is it? ──Format.Read──▶ Record, Record, …
//	                                                      Doc or Err, and a Path
//
// It knows no format and opens no file.
package record
