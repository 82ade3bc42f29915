/* Closes Object.prototype before the editor's bundle loads: the bundle (CKEditor 47.5.0) writes along the path that the
   name of a CSS property spells, so that style="constructor.prototype.x:yes" would give every object an x (CVE-2026-116688).
   Nothing can be added to it, and what it has can be shadowed by an object of its own but not changed. */
"use strict";
(() => {
  const prototype = Object.prototype;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const { value, configurable } = Object.getOwnPropertyDescriptor(prototype, name);
    if (!configurable || value === undefined) continue;
    // A plain read-only value would also forbid `object.toString = …`, which libraries do.
    Object.defineProperty(prototype, name, {
      configurable: false,
      enumerable: false,
      get: () => value,
      set(own) {
        if (this === prototype) throw new TypeError(`Object.prototype.${name} is sealed`);
        Object.defineProperty(this, name, { value: own, configurable: true, enumerable: true, writable: true });
      },
    });
  }
  for (const shared of [prototype, Object, Function, Function.prototype]) Object.preventExtensions(shared);
})();
