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
