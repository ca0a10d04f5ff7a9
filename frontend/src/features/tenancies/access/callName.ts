interface Named {
  preferred_name: string | null;
  given_name: string | null;
  family_name: string;
}
/** What the person is called, without the rest of the name. */
export const callName = (r: Named): string => r.preferred_name ?? r.given_name ?? r.family_name;
