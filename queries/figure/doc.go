// Package figure draws bars over years as SVG: stacked parts, a legend, and marks for
// what happened on a day.
//
//	Bars{Title, Groups, Years, Marks} ─SVG─▶ <svg role="img" …> 960 × 540
//
// The parts are told apart by greys and hatchings, which a printer keeps; the whole is
// described in words (title, desc, and a title for each year) for those who do not see
// it. No script, no font and no image is fetched. The same figure gives the same bytes.
//
// It knows nothing of law: what the bars mean is said by the caller.
package figure
