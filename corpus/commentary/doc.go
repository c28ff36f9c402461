// Package commentary reads texts that are not a decision but speak of one: a news
// item, a case note, a press release. attendu keeps the decision that they speak
// of, marked as known from a secondary source.
//
// Goes in: a folded text and the title of its page. Comes out: whether it is a
// commentary, and what it says of the one decision that it is about.
//
//	Par une ordonnance de référé du 4 mai 2011, le TGI de     tgi, 2011-05-04
//	Valfleury a ordonné à un hébergeur de rendre les clés.    ordonne, against Frêne
//	La société Orme avait fait appel à la société Frêne.      client, prestataire
//	Orme a assigné son prestataire sur le fondement de …      demandeur, partie speaks
//
// It reads frames of words with slots (orders.tsv, sides.tsv, speech.tsv,
// relations.tsv) over mentions of people, courts and roles (names.tsv, judges.tsv,
// roles.tsv, pronouns.tsv). It cites nothing, invents nothing, and refuses a text
// that has one formula of a decision, statute, contract or letter (markers.tsv).
package commentary
