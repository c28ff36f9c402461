// Package sourcetest is what every reader of package source must pass.
//
//	testdata/good/*.txtar       one stream that gives documents, and what it gives
//	testdata/bad/*.txtar        one stream that gives errors, and which
//	testdata/fixed/*.txtar      one stream that was once read wrongly
//
// A case begins with prose that says what it shows, then holds the stream
// ("in.xml", "in.json", …) and the records wanted ("want"). A stream that is not
// text is given by its parts: those of a docx as they are zipped
// ("in.docx/word/document.xml"), a PDF by the lines of its pages ("in.pdf/1"). Run
// with -update to rewrite what is wanted. Run and Fuzz also hold each reader to the promises that
// all share: well-formed text and zones, the same records each time, a known
// error with its path, no panic on a stream cut off anywhere.
package sourcetest
