package corpus

import "strings"

// OfPlace joins "de" to the name of a place: "de Laval", "d'Angers", "du Mans",
// "des Sables-d'Olonne".
func OfPlace(place string) string {
	switch article, rest := cutArticle(place); {
	case article == "Le":
		return "du " + rest
	case article == "Les":
		return "des " + rest
	case elides(place):
		return "d'" + place
	}
	return "de " + place
}

// AtPlace joins "à" to the name of a place: "à Laval", "au Mans", "aux
// Sables-d'Olonne".
func AtPlace(place string) string {
	switch article, rest := cutArticle(place); article {
	case "Le":
		return "au " + rest
	case "Les":
		return "aux " + rest
	}
	return "à " + place
}

// cutArticle parts the article that contracts with a preposition from a place.
// "La Rochelle" keeps its own.
func cutArticle(place string) (article, rest string) {
	if article, rest, ok := strings.Cut(place, " "); ok && (article == "Le" || article == "Les") {
		return article, rest
	}
	return "", place
}

// muteH are the seats whose h is not aspirated. Of any other name with an h, as
// Honfleur and Haguenau, nothing is elided.
var muteH = map[string]bool{"hazebrouck": true, "hyeres": true}

// elides reports whether "de" loses its vowel before a name: before a vowel, a
// mute h, and a y that a consonant follows ("d'Yvetot", but "de Yaoundé").
func elides(name string) bool {
	s := Slug(name)
	if s == "" {
		return false
	}
	switch {
	case s[0] == 'y':
		return len(s) > 1 && !strings.ContainsRune("aeiou", rune(s[1]))
	case s[0] == 'h':
		return muteH[s]
	}
	return strings.ContainsRune("aeiou", rune(s[0]))
}
