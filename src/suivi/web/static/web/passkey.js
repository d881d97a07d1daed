// Passkeys: asks the device, puts its answer into the field “passkey” of the form, and sends the form.
// Without this script the buttons stay hidden, and passwords and codes do the same.
"use strict";

(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const octets = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const listed = (credentials) => (credentials || []).map((each) => ({ ...each, id: octets(each.id) }));

  const made = async (options) => {
    const publicKey = {
      ...options,
      challenge: octets(options.challenge),
      user: { ...options.user, id: octets(options.user.id) },
      excludeCredentials: listed(options.excludeCredentials),
    };
    const answer = await navigator.credentials.create({ publicKey });
    return { answer, response: { attestationObject: text(answer.response.attestationObject) } };
  };

  const proved = async (options) => {
    const publicKey = {
      ...options,
      challenge: octets(options.challenge),
      allowCredentials: listed(options.allowCredentials),
    };
    const answer = await navigator.credentials.get({ publicKey });
    return {
      answer,
      response: {
        authenticatorData: text(answer.response.authenticatorData),
        signature: text(answer.response.signature),
      },
    };
  };

  for (const button of document.querySelectorAll("button[data-passkey]")) {
    const form = button.form;
    const says = form.querySelector("[data-passkey-says]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      const making = button.dataset.passkey === "make";
      if (making && !form.reportValidity()) return;
      if (says) says.textContent = "";
      try {
        const asked = await fetch(button.dataset.ask, { headers: { Accept: "application/json" }, redirect: "error" });
        if (!asked.ok) throw new Error("not asked");
        const { answer, response } = await (making ? made : proved)(await asked.json());
        form.elements.passkey.value = JSON.stringify({
          id: answer.id,
          rawId: text(answer.rawId),
          type: answer.type,
          clientExtensionResults: answer.getClientExtensionResults(),
          response: { clientDataJSON: text(answer.response.clientDataJSON), ...response },
        });
        form.submit();
      } catch {
        if (says) says.textContent = says.dataset.passkeySays;
      }
    });
  }
})();
