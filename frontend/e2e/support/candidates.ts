/** Lists of people who never were, in the shape that IMDi's come in. */
export const headings =
  'Husstand;Relasjon;Fornavn;Etternavn;Fødselsdato;Morsmål;DUF-nummer;Funksjon og helse;Adressesperre';

const weigh = (digits: string) =>
  [4, 6, 3, 2, 4, 6, 3, 2, 7, 5].reduce((sum, w, i) => sum + w * Number(digits[i]), 0) % 11;

/** A DUF number of an impossible year that nobody has. */
export function duf(): string {
  const ten = `2099${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  return `${ten}${String(weigh(ten)).padStart(2, '0')}`;
}

export const person = (
  household: number,
  relation: string,
  born: string,
  language: string,
  family: string,
): string => `${household};${relation};Prøve;${family}${household};${born};${language};${duf()};;ingen`;

/** One after another of the same household. */
export const listOf =
  (household: number, language: string, family: string) =>
  (relation: string, born: string): string =>
    person(household, relation, born, language, family);
