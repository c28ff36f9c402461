// Package page reads a web page and keeps its title, its address and its main
// text.
//
//	<nav>…</nav><main><h1>A</h1><p>b<br>c</p></main>  ──▶  Title "A", Text "A\n\nb\nc"
//
// The main text is that of <article>, else of <main>, else of the block in which
// nearly all words outside links stand; navigation, asides, forms, scripts and
// what is hidden are dropped (elements.tsv). It runs nothing, follows no link
// and loads no image. The day on which a page was published is not the day of
// the decision it speaks of, and is not kept.
package page
