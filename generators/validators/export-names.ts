/** What a module exports, by the name of its subject. */
export function exportNames(name: string) {
  return {
    is: `is${name}`,
    /** The guard itself, for other modules: `is` around it makes sure of the value. */
    guard: `guard${name}`,
    collect: `collect${name}`,
    declare: `declare${name}`,
    validate: `validate${name}`,
    assert: `assert${name}`,
    parse: `parse${name}`,
    validateWrite: `validateWrite${name}`,
    assertWrite: `assertWrite${name}`,
    payloadVersion: `payloadVersionOf${name}`,
  };
}
