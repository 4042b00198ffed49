const WORDS =
  /\b(?:pee(?:s|d|ing)?|wee(?:s|ing)?|urin\w*|bladder|incontinen\w*|retention|bowel\w*|stool\w*|f(?:a)?ecal\w*|saddle|perine\w*|genital\w*|numb(?:ness|ing)?|cauda|wiping|erect\w*|sexual\w*)\b/iu;

/** True when a free text speaks of what the cauda equina questions ask (spec 5.1 rule 7). Shows a prompt; enters no rule. */
export function mentionsCaudaEquina(text: string): boolean {
  return WORDS.test(text);
}
