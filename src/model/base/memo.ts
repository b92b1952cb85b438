/**
 * Remembers the last result: called again with the very same arguments (by identity) it gives the same object back
 * without working it out again.
 */
export function memoLast<Args extends readonly unknown[], Value>(
  work: (...args: Args) => Value,
): (...args: Args) => Value {
  let last: { readonly args: Args; readonly value: Value } | null = null;
  return (...args) => {
    if (last === null || !args.every((argument, i) => Object.is(argument, last?.args[i]))) {
      last = { args, value: work(...args) };
    }
    return last.value;
  };
}
