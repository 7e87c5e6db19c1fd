/** Returns the first letters of the first and the last word of a name: "AB" for "Ada Byron". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0]!, words.length > 1 ? words[words.length - 1]! : ''];
  // A letter may be two code units.
  return letters
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
