package synth

// articleLengths are the sizes of articles in bytes at equal steps of
// probability: a lognormal with the median 350 and the deviation 0.9, cut at 50
// and 2,000.
var articleLengths = [...]int{50, 80, 110, 138, 164, 191, 218, 247, 279, 312, 350,
	392, 439, 495, 561, 642, 747, 889, 1109, 1538, 2000}

// text writes a version of an ordinary article: paragraphs of one sentence or
// two, parted by \n. From one version to the next the first sentence and
// about a third of the others change; one version in ten changes nothing but its
// days. cited
// hears of the articles that the text names.
func (l *Legi) text(c *legiCode, i, v int, cited func(i int)) string {
	if c.arrives(i) && v == 0 {
		return l.text(c, i-1, l.life(c, i-1).n-1, cited)
	}
	shape := l.stream(c, i, forShape)
	step := shape.below(len(articleLengths) - 1)
	size := shape.between(articleLengths[step], articleLengths[step+1])
	breaks := shape.Uint64()
	same := shape.Uint64()
	var out []byte
	var r *chance
	article := func(out []byte) []byte {
		n := r.below(c.ordinary)
		if cited != nil {
			cited(n)
		}
		return append(out, c.number(n)...)
	}
	for s := 0; len(out) < size-60 || s == 0; s++ {
		if s > 0 {
			out = append(out, " \n"[breaks>>(s%64)&1])
		}
		r = newChance(l.opt.Seed, forSentence, uint64(c.index)<<48^uint64(i)<<20^uint64(s)<<8^uint64(epoch(same, s, v)))
		out = l.grammar.write(out, r, l.phrase, article)
	}
	return string(out)
}

// epoch is how often sentence s has changed up to version v.
func epoch(same uint64, s, v int) int {
	n := 0
	for w := 1; w <= v; w++ {
		x := mix(same + uint64(w))
		if x%10 > 0 && (s == 0 || mix(x+uint64(s))%3 == 0) {
			n = w
		}
	}
	return n
}
