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
} /**
 * Remembers the last results for `most` different arguments (by identity), 1 or more; the one that was asked for longest ago is
 * forgotten first.
 */
export function memoFew<Args extends readonly unknown[], Value>(
  most: number,
  work: (...args: Args) => Value,
): (...args: Args) => Value {
  let known: readonly { readonly args: Args; readonly value: Value }[] = [];
  return (...args) => {
    const found = known.find((each) => args.every((argument, i) => Object.is(argument, each.args[i])));
    const asked = found ?? { args, value: work(...args) };
    if (asked !== known[0]) known = [asked, ...known.filter((each) => each !== asked)].slice(0, most);
    return asked.value;
  };
}

/** Works something out once for each object (by identity) and remembers it for as long as the object lives. */
export function memoEach<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known.value;
    const value = work(key);
    made.set(key, { value });
    return value;
  };
}
