/* Passkeys: the button of a form asks the browser to make one, or to sign with one, and sends what it answers. */
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const described = (one) => ({ ...one, id: bytes(one.id) });

  function read(options) {
    const key = { ...options.publicKey, challenge: bytes(options.publicKey.challenge) };
    if (key.user) key.user = { ...key.user, id: bytes(key.user.id) };
    if (key.allowCredentials) key.allowCredentials = key.allowCredentials.map(described);
    if (key.excludeCredentials) key.excludeCredentials = key.excludeCredentials.map(described);
    return { publicKey: key };
  }

  function written(credential) {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
      if (credential.response[name]) response[name] = text(credential.response[name]);
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  }

  const field = document.querySelector("[data-passkey]");
  if (!field || !window.PublicKeyCredential) return;
  const { form } = field;
  const options = JSON.parse(document.getElementById("passkey-options").textContent);
  const failed = form.querySelector(".passkey-failed");
  for (const note of form.querySelectorAll(".passkey-none")) note.hidden = true;
  const row = form.querySelector(".passkey");
  row.hidden = false;
  row.querySelector("button").addEventListener("click", async () => {
    failed.hidden = true;
    try {
      const credential = await navigator.credentials[field.dataset.passkey](read(options));
      field.value = JSON.stringify(written(credential));
    } catch {
      failed.hidden = false;
      return;
    }
    // A field that is kept may be named “submit”.
    HTMLFormElement.prototype.submit.call(form);
  });
})();
